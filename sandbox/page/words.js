// The page's own words by language.

import { en } from "./words/en.js";
import { ru } from "./words/ru.js";

export const WORDS = { ru, en };

err-insurer-not-found = Такого страховика більше немає.

"""Tests; aiogram is imported as the process imports it, which also makes a test run start sooner."""

from bot.telegram.lazy_models import import_aiogram

import_aiogram()

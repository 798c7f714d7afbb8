"""The README's table of settings, made from the settings themselves: `python -m tests.docs.settings_table`."""

from pathlib import Path

from bot.settings import Settings

README = Path(__file__).parents[2] / "README.md"
EXAMPLE = README.parent / ".env.example"
BEGIN, END = "<!-- settings -->\n", "<!-- /settings -->"


def settings_table() -> str:
    rows = [f"| `{name.upper()}` | {_shown(field.default)} | {field.description} |" for name, field in _fields()]
    return "\n".join(["| variable | default | meaning |", "| --- | --- | --- |", *rows]) + "\n"


def settings_example() -> str:
    lines = [f"# {field.description}\n# {name.upper()}={_plain(field.default)}\n" for name, field in _fields()]
    return "# Every setting is optional; these are the defaults.\n\n" + "\n".join(lines)


def _fields() -> list[tuple[str, object]]:
    return list(Settings.model_fields.items())


def _plain(default: object) -> str:
    return "" if default is None else str(getattr(default, "value", default))


def _shown(default: object) -> str:
    return f"`{_plain(default)}`" if default is not None else ""


def write() -> None:
    before, _, rest = README.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(before + BEGIN + settings_table() + END + after, encoding="utf-8")
    EXAMPLE.write_text(settings_example(), encoding="utf-8")


if __name__ == "__main__":
    write()

"""Search by parts of three and of four letters, and by the people whose deals and policies these are

Revision ID: 0011
Revises: 0010
"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

FTS = {"clients": "client_search", "deals": "deal_search", "policies": "policy_search"}
PEOPLE = {"clients": "'{}'", "deals": "ARRAY[seller_id, executor_id]", "policies": "search_people"}
REWORDED = {
    "clients": "search_text",
    "deals": "search_text, seller_id, executor_id",
    "policies": "search_text, deal_id",
}

# a row's parts, whose it is, and the two blocks of 4,096 and of 65,536 ids that it is in: each begins amid another
SEARCH_TERMS = """
CREATE FUNCTION search_terms(words text, id bigint, people bigint[]) RETURNS text[] IMMUTABLE LANGUAGE sql AS $$
    SELECT array_agg(substr(word, start, letters))
    || ARRAY(SELECT '@' || person FROM unnest(people) AS person WHERE person IS NOT NULL)
    || ARRAY(SELECT '#' || bits || ':' || (id >> bits) - half
        FROM unnest('{11,15}'::int[]) AS bits, generate_series(0, 1) AS half)
    FROM unnest(string_to_array(translate(words, ',', ' '), ' ')) AS word,
    generate_series(3, 4) AS letters, generate_series(1, length(word) - letters + 1) AS start
$$"""

KEEP_PEOPLE = (
    """CREATE FUNCTION policies_search_people() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        SELECT ARRAY[seller_id, executor_id] INTO NEW.search_people FROM deals WHERE id = NEW.deal_id;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER policies_search_people BEFORE INSERT OR UPDATE OF deal_id ON policies
    FOR EACH ROW EXECUTE FUNCTION policies_search_people()""",
    """CREATE FUNCTION deals_search_people() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        UPDATE policies SET search_people = ARRAY[NEW.seller_id, NEW.executor_id] WHERE deal_id = NEW.id;
        RETURN NULL;
    END $$""",
    """CREATE TRIGGER deals_search_people AFTER UPDATE OF seller_id, executor_id ON deals
    FOR EACH ROW EXECUTE FUNCTION deals_search_people()""",
)

# the same parts in SQLite; as it reads an index forwards, the newest row is the first
PARTS = """(WITH RECURSIVE rest(words, four) AS (
    SELECT ' ' || replace(search_text, ',', ' '), '' UNION ALL
    SELECT substr(words, 2), substr(words, 2, 4) FROM rest WHERE length(words) > 3)
    SELECT group_concat(CASE instr(four, ' ') WHEN 0 THEN substr(four, 1, 3) || ' ' || four WHEN 4 THEN four END, ' ')
    FROM rest)"""
OF_DEAL = "(SELECT ' @' || seller_id || coalesce(' @' || executor_id, '') FROM deals AS deal WHERE deal.id = {deal})"
TERMS = {
    "clients": f"id, -id AS place, {PARTS} AS terms",
    "deals": f"id, -id AS place, {PARTS} || {OF_DEAL.format(deal='deals.id')} AS terms",
    "policies": f"id, deal_id, -id AS place, {PARTS} || {OF_DEAL.format(deal='deal_id')} AS terms",
}


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _upgrade_postgres()
    else:
        _upgrade_sqlite()


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _downgrade_postgres()
    else:
        _downgrade_sqlite()


def _upgrade_postgres() -> None:
    op.execute("ALTER TABLE policies ADD COLUMN search_people bigint[]")
    op.execute(
        "UPDATE policies SET search_people = ARRAY[seller_id, executor_id] FROM deals WHERE deals.id = policies.deal_id"
    )
    for statement in (SEARCH_TERMS, *KEEP_PEOPLE):
        op.execute(statement)
    for table, people in PEOPLE.items():
        op.execute(f"DROP INDEX ix_{table}_search_text_trgm")
        terms = f"search_terms(search_text, id, {people})"
        op.execute(f"CREATE INDEX ix_{table}_search_terms ON {table} USING gin ({terms}) WITH (fastupdate = off)")


def _downgrade_postgres() -> None:
    for table in PEOPLE:
        op.execute(f"DROP INDEX ix_{table}_search_terms")
        people = "seller_id, executor_id, " if table == "deals" else ""
        columns = f"(id >> 11), (id >> 15), {people}search_text gin_trgm_ops"
        op.execute(f"CREATE INDEX ix_{table}_search_text_trgm ON {table} USING gin ({columns}) WITH (fastupdate = off)")
    for table in ("deals", "policies"):
        op.execute(f"DROP TRIGGER {table}_search_people ON {table}")
        op.execute(f"DROP FUNCTION {table}_search_people")
    op.execute("DROP FUNCTION search_terms")
    op.execute("ALTER TABLE policies DROP COLUMN search_people")


def _upgrade_sqlite() -> None:
    for table, search in FTS.items():
        for event in ("insert", "delete", "update"):
            op.execute(f"DROP TRIGGER {search}_{event}")
        op.execute(f"DROP TABLE {search}")
        op.execute(f"CREATE VIEW {search}_terms AS SELECT {TERMS[table]} FROM {table}")
        op.execute(
            f"CREATE VIRTUAL TABLE {search} USING fts5("
            f"""terms, content='', tokenize="ascii tokenchars '@'", detail=none, columnsize=0)"""
        )
        gone, come = _changes(search, "id = old.id")
        _trigger(f"{search}_delete", f"BEFORE DELETE ON {table}", gone)
        _trigger(f"{search}_reword", f"BEFORE UPDATE OF {REWORDED[table]} ON {table}", gone)
        _trigger(f"{search}_reworded", f"AFTER UPDATE OF {REWORDED[table]} ON {table}", come)
        _trigger(f"{search}_insert", f"AFTER INSERT ON {table}", come.replace("old.id", "new.id"))
        op.execute(f"INSERT INTO {search}(rowid, terms) SELECT place, terms FROM {search}_terms ORDER BY id DESC")
        op.execute(f"INSERT INTO {search}({search}) VALUES ('optimize')")
    gone, come = _changes("policy_search", "deal_id = old.id")
    _trigger("policy_search_hand_over", "BEFORE UPDATE OF seller_id, executor_id ON deals", gone)
    _trigger("policy_search_handed_over", "AFTER UPDATE OF seller_id, executor_id ON deals", come)


def _changes(search: str, which: str) -> tuple[str, str]:
    """Takes rows out of the index as they are, and puts them in."""
    gone = (
        f"INSERT INTO {search}({search}, rowid, terms) SELECT 'delete', place, terms FROM {search}_terms WHERE {which};"
    )
    come = f"INSERT INTO {search}(rowid, terms) SELECT place, terms FROM {search}_terms WHERE {which};"
    return gone, come


def _trigger(name: str, when: str, what: str) -> None:
    op.execute(f"CREATE TRIGGER {name} {when} BEGIN {what} END")


def _downgrade_sqlite() -> None:
    for event in ("hand_over", "handed_over"):
        op.execute(f"DROP TRIGGER policy_search_{event}")
    for table, search in FTS.items():
        for event in ("insert", "delete", "reword", "reworded"):
            op.execute(f"DROP TRIGGER {search}_{event}")
        op.execute(f"DROP TABLE {search}")
        op.execute(f"DROP VIEW {search}_terms")
        op.execute(
            f"CREATE VIRTUAL TABLE {search} USING fts5("
            f"search_text, content='{table}', content_rowid='id', tokenize='trigram', detail=none)"
        )
        gone = f"INSERT INTO {search}({search}, rowid, search_text) VALUES ('delete', old.id, old.search_text);"
        come = f"INSERT INTO {search}(rowid, search_text) VALUES (new.id, new.search_text);"
        _trigger(f"{search}_insert", f"AFTER INSERT ON {table}", come)
        _trigger(f"{search}_delete", f"AFTER DELETE ON {table}", gone)
        _trigger(f"{search}_update", f"AFTER UPDATE OF search_text ON {table}", f"{gone} {come}")
        op.execute(f"INSERT INTO {search}({search}) VALUES ('rebuild')")

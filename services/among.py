"""Membership in a list of ids that a query gives."""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, Select, SQLColumnExpression
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class _Among(FunctionElement[bool]):
    name = "among"
    type = Boolean()
    inherit_cache = True


def among(column: SQLColumnExpression[int], ids: Select[int]) -> ColumnElement[bool]:
    """`column IN (ids)`, in words that let PostgreSQL use the column's index where this is one of alternatives."""
    return _Among(column, ids.correlate(None).scalar_subquery())


@compiles(_Among)
def _in(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} IN {ids}"


@compiles(_Among, "postgresql")
def _any_of_array(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} = ANY (ARRAY{ids})"

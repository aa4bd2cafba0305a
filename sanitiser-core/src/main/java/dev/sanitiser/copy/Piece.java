package dev.sanitiser.copy;

import dev.sanitiser.plan.RowRange;
import dev.sanitiser.plan.TablePlan;

/** Rows of a table that are read by one statement. */
record Piece(TablePlan table, RowRange range) {}

package dev.sanitiser.plan;

import java.math.BigInteger;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Something the database must confirm before rows are read: a count over a table expression that must not exceed a
 * limit, and whose evaluation must not fail.
 *
 * @param rows what the plan's statement gives, or a sample of its fakes
 * @param count an aggregate, never a value
 * @param problem what a reader gets if the proof fails: place, finding and remedy
 */
record Proof(Table<?> rows, Field<? extends Number> count, BigInteger atMost, String problem) {}

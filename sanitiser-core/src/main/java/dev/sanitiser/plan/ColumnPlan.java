package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;

/** One column and what happens to its values. */
public record ColumnPlan(Column column, ColumnTreatment treatment) {}

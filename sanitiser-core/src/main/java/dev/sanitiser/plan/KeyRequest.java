package dev.sanitiser.plan;

import dev.sanitiser.catalog.Column;
import dev.sanitiser.catalog.Relation;
import java.util.List;

/**
 * A foreign key whose referencing columns are faked.
 *
 * @param key the referenced columns, in the order of the foreign key
 */
record KeyRequest(String foreignKey, Relation referenced, List<Column> key) {}

package dev.sanitiser.plan;

import dev.sanitiser.catalog.DataType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the schemas that statements name: those of tables, and of the types that values which are not kept are cast to.
 */
final class NamedSchemas {

    private NamedSchemas() {}

    static Set<String> of(List<TablePlan> tables) {
        Set<String> schemas = new TreeSet<>();
        for (TablePlan table : tables) {
            schemas.add(table.name().schema());
            SourceReads.of(List.of(table)).forEach(r -> schemas.add(r.table().schema()));
            table.columns().stream()
                    .filter(c -> !(c.treatment() instanceof ColumnTreatment.Keep))
                    .flatMap(c -> types(c.column().type().type()))
                    .forEach(t -> schemas.add(t.name().schema()));
        }
        return schemas;
    }

    private static Stream<DataType> types(DataType type) {
        Stream<DataType> parts = type.match(new DataType.Cases<Stream<DataType>>(
                base -> Stream.empty(),
                enumeration -> Stream.empty(),
                domain -> types(domain.underlying().type()),
                composite -> composite.attributes().stream()
                        .flatMap(a -> types(a.type().type())),
                array -> types(array.element()),
                range -> types(range.subtype()),
                multirange -> types(multirange.range())));
        return Stream.concat(Stream.of(type), parts);
    }
}

package dev.sanitiser.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The structure of one database at one moment.
 *
 * @param serverVersion {@code server_version_num}, for example 150018
 * @param encoding the database's encoding, for example {@code UTF8}
 * @param schemas user schemas in name order, without those of PostgreSQL itself
 * @param relations in name order
 * @param views the queries of those relations that are views, materialised or not
 * @param sequences in name order
 */
public record Catalog(
        int serverVersion,
        String encoding,
        List<String> schemas,
        List<Relation> relations,
        List<View> views,
        List<Sequence> sequences,
        List<Extension> extensions) {
    public Catalog {
        schemas = List.copyOf(schemas);
        relations = List.copyOf(relations);
        views = List.copyOf(views);
        sequences = List.copyOf(sequences);
        extensions = List.copyOf(extensions);
    }

    public Optional<Relation> relation(QualifiedName name) {
        return relations.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** The same structure without the server's estimates, which change while nothing else does. */
    public Catalog withoutEstimates() {
        return new Catalog(
                serverVersion,
                encoding,
                schemas,
                relations.stream().map(Relation::withoutEstimates).toList(),
                views,
                sequences,
                extensions);
    }
}

package dev.sanitiser.plan;

import dev.sanitiser.catalog.CatalogIndex;
import dev.sanitiser.catalog.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Applies the rules about keys to all tables until they agree: foreign keys, unique indexes and exclusion constraints.
 * A column that unique indexes cannot draw becomes a pseudonym, and then all is decided again.
 */
final class KeyRules {

    private final CatalogIndex catalog;
    private final Predicate<Relation> travels;
    private final GeneratorChooser fakes;

    KeyRules(CatalogIndex catalog, Predicate<Relation> travels, GeneratorChooser fakes) {
        this.catalog = catalog;
        this.travels = travels;
        this.fakes = fakes;
    }

    /** What the rules have decided. */
    record Outcome(Drafts drafts, KeyDomains domains, PlanMessages messages) {}

    /** @param begin makes drafts anew */
    Outcome apply(Function<PlanMessages, Drafts> begin) {
        List<KeyDomains.Member> pseudonyms = new ArrayList<>();
        while (true) {
            PlanMessages messages = new PlanMessages();
            Drafts drafts = begin.apply(messages);
            spreadOrdinals(drafts);
            KeyDomains domains = new KeyDomains(catalog, drafts);
            pseudonyms.forEach(m -> domains.add(drafts.of(m.draft().relation()), m.column()));
            new ForeignKeyRules(catalog, drafts, travels, domains, messages).apply();
            UniqueRules unique = new UniqueRules(catalog, fakes, domains, messages);
            if (!unique.apply(drafts.all())) {
                ExclusionRules exclusions = new ExclusionRules(catalog, fakes, messages);
                drafts.all().forEach(exclusions::apply);
                domains.notes().forEach(messages::note);
                return new Outcome(drafts, domains, messages);
            }
            domains.all().values().forEach(pseudonyms::addAll);
        }
    }

    /** Rows that may change their partition must not meet there: the partitions of a tree share their ordinals. */
    private void spreadOrdinals(Drafts drafts) {
        for (TableDraft draft : drafts.all()) {
            if (PartitionRules.isRoutedByFakedHash(catalog, draft)) {
                spreadOrdinals(catalog, drafts, draft);
            }
        }
    }

    /** {@return the tables of a partition's tree, which share their ordinals from now on} */
    static List<TableDraft> spreadOrdinals(CatalogIndex catalog, Drafts drafts, TableDraft partition) {
        List<Relation> lineage = catalog.lineage(partition.relation());
        Relation root = lineage.get(lineage.size() - 1);
        List<TableDraft> leaves = catalog.storage(root).stream()
                .filter(drafts::copies)
                .map(drafts::of)
                .toList();
        for (int i = 0; i < leaves.size(); i++) {
            leaves.get(i).spreadOrdinals(leaves.size(), i + 1L, root.name());
        }
        return leaves;
    }
}

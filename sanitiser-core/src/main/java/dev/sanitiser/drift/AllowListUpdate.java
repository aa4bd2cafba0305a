package dev.sanitiser.drift;

import dev.sanitiser.allowlist.Location;
import dev.sanitiser.drift.Finding.Mending;
import dev.sanitiser.drift.JsonSpan.Element;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An allow list brought up to its schema: what no longer exists is removed, and what a strict check misses is added,
 * new columns as {@code "auto"} under {@code fake} and new tables as the copy has them now. Nothing is added under
 * {@code keep}, and the last table is not removed, because a list is never empty.
 *
 * <p>All else stays as it was written, to the character: order, indentation, line endings, a byte order mark.
 *
 * @param text of the whole list
 * @param mended the findings that no longer hold, in their order
 */
public record AllowListUpdate(String text, List<Finding> mended) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public AllowListUpdate {
        Objects.requireNonNull(text);
        mended = List.copyOf(mended);
    }

    /**
     * Brings a text up to date.
     *
     * @param text of the list that the drift was found in, with or without a byte order mark
     * @param drift what of it can be mended is; the rest is left alone
     */
    public static AllowListUpdate of(String text, Drift drift) {
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        return new ListEditor(text.substring(mark.length())).mend(drift, mark);
    }

    /** Knows the parts of a list. */
    private static final class ListEditor {
        private final String text;
        private final JsonSpan root;
        private final JsonStyle style;
        private final ContainerEdit tables;
        private final Map<Element, EntryEdit> entries = new LinkedHashMap<>();
        private final Set<Finding> mended = new HashSet<>();

        ListEditor(String text) {
            this.text = text;
            this.root = JsonSpanReader.read(text);
            this.style = JsonStyle.of(text, root);
            this.tables = new ContainerEdit(text, style, root);
        }

        AllowListUpdate mend(Drift drift, String mark) {
            drift.findings().stream().filter(f -> f.mending() == Mending.ADD).forEach(this::add);
            drift.findings().stream().filter(f -> f.mending() == Mending.REMOVE).forEach(this::remove);
            List<TextEdit> edits = new ArrayList<>();
            entries.values().forEach(e -> edits.addAll(e.edits()));
            edits.addAll(tables.edits());
            List<Finding> inOrder =
                    drift.findings().stream().filter(mended::contains).toList();
            return new AllowListUpdate(mark + TextEdit.apply(text, edits), inOrder);
        }

        private void add(Finding finding) {
            Optional<Element> entry = finding.location().flatMap(root::element);
            if (finding.kind() == FindingKind.UNLISTED_TABLE) {
                tables.add(
                        finding.table().orElseThrow().toString(),
                        style.object(List.of(style.member("rows", "\"none\""))));
                mended.add(finding);
            } else if (entry.isPresent()) {
                edit(entry.get()).fake(finding.column().orElseThrow());
                mended.add(finding);
            }
        }

        private void remove(Finding finding) {
            Location location = finding.location().orElseThrow();
            Optional<Element> entry = root.element(location);
            if (entry.isPresent()) {
                removeTable(finding, entry.get());
            } else if (root.elements().stream().anyMatch(e -> edit(e).remove(location))) {
                mended.add(finding);
            }
        }

        private void removeTable(Finding finding, Element entry) {
            long others = tables.survivors().stream()
                    .filter(e -> !e.equals(entry) && !e.name().orElse("").startsWith("$"))
                    .count();
            if (others > 0 || tables.adds()) {
                tables.remove(entry);
                mended.add(finding);
            }
        }

        private EntryEdit edit(Element entry) {
            return entries.computeIfAbsent(entry, e -> new EntryEdit(text, style, e.value()));
        }
    }
}

package dev.sanitiser.plan;

import dev.sanitiser.allowlist.DocumentPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What kept paths say about one place of a document.
 *
 * @param kept whether a path ends here
 * @param members where paths go on in an object, by key
 * @param elements where paths go on in an array
 */
record DocumentNode(boolean kept, Map<String, DocumentNode> members, Optional<DocumentNode> elements) {

    static DocumentNode of(List<DocumentPath> paths) {
        return ofSteps(paths.stream().map(DocumentPath::steps).toList());
    }

    private static DocumentNode ofSteps(List<List<DocumentPath.Step>> paths) {
        Map<Optional<String>, List<List<DocumentPath.Step>>> below = new LinkedHashMap<>();
        boolean kept = false;
        for (List<DocumentPath.Step> path : paths) {
            if (path.isEmpty()) {
                kept = true;
            } else {
                below.computeIfAbsent(path.get(0).key(), k -> new ArrayList<>()).add(path.subList(1, path.size()));
            }
        }
        Map<String, DocumentNode> members = new LinkedHashMap<>();
        below.forEach((key, rest) -> key.ifPresent(k -> members.put(k, ofSteps(rest))));
        return new DocumentNode(
                kept,
                members,
                Optional.ofNullable(below.get(Optional.<String>empty())).map(DocumentNode::ofSteps));
    }
}

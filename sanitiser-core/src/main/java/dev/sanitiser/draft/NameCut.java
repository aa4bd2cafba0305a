package dev.sanitiser.draft;

import dev.sanitiser.fake.NameWords;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;

/** Cuts names into words without accents. */
final class NameCut {

    private NameCut() {}

    static List<String> words(String name, Set<String> vocabulary) {
        return NameWords.of(withoutAccents(name), vocabulary);
    }

    private static String withoutAccents(String text) {
        return Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
    }
}

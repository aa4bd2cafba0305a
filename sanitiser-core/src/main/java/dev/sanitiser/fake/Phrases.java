package dev.sanitiser.fake;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Titles, sentences and paragraphs: of everyday office English, in other languages Datafaker's. */
record Phrases(Pools pools) {

    private static final Map<String, List<String>> PARTS = ResourceLines.of("phrases.txt", Function.identity()).stream()
            .collect(Collectors.groupingBy(
                    parts -> parts.get(0), Collectors.mapping(parts -> parts.get(1), Collectors.toList())));

    private static final int FEWEST_SENTENCES = 2;
    private static final int MORE_SENTENCES = 3;

    List<String> sentences() {
        return pools.locale().isEnglish()
                ? pools.composed("sentences", Phrases::sentence)
                : pools.distinct("sentences", faker -> faker.lorem().sentence());
    }

    List<String> titles() {
        return pools.locale().isEnglish()
                ? pools.composed("titles", random -> joined(random, "adjective", "noun", "topic"))
                : pools.distinct(
                        "titles", faker -> withoutFullStop(faker.lorem().sentence()));
    }

    List<String> paragraphs() {
        return pools.composed("paragraphs", random -> {
            List<String> sentences = sentences();
            return random.ints(FEWEST_SENTENCES + random.nextInt(MORE_SENTENCES), 0, sentences.size())
                    .mapToObj(sentences::get)
                    .collect(Collectors.joining(" "));
        });
    }

    private static String sentence(Random random) {
        String words = joined(random, "subject", "predicate", "ending");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }

    private static String joined(Random random, String... parts) {
        return List.of(parts).stream().map(part -> one(random, part)).collect(Collectors.joining(" "));
    }

    private static String one(Random random, String part) {
        List<String> all = PARTS.getOrDefault(part, List.of());
        return all.get(random.nextInt(all.size()));
    }

    private static String withoutFullStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}

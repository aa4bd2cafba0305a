package dev.sanitiser.fake;

import java.util.ArrayList;
import java.util.List;

/** Neutral English words of three to eight lower-case letters. */
final class Words {

    static final int LONGEST = 8;

    static final List<String> SINGLE = List.of(
            "amber", "anchor", "apple", "autumn", "basket", "beacon", "birch", "blossom", "bridge", "brook", "candle",
            "canyon", "cedar", "clover", "cloud", "copper", "coral", "cotton", "dawn", "delta", "ember", "falcon",
            "feather", "fern", "field", "garden", "ginger", "granite", "grove", "harbour", "hazel", "heron", "hill",
            "indigo", "island", "ivory", "juniper", "lantern", "laurel", "lemon", "linen", "maple", "marble", "meadow",
            "mint", "mosaic", "oak", "ocean", "olive", "opal", "orchard", "otter", "pebble", "pepper", "pine", "quartz",
            "raven", "river", "saffron", "silver", "sparrow", "spruce", "thistle", "willow");

    static final List<String> PAIRS = pairs();

    private Words() {}

    /** The words cut to a length, each once. */
    static List<String> upTo(int length) {
        return SINGLE.stream()
                .map(word -> word.substring(0, Math.min(length, word.length())))
                .distinct()
                .toList();
    }

    private static List<String> pairs() {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < SINGLE.size(); i += 2) {
            pairs.add(SINGLE.get(i) + " " + SINGLE.get((i * 7 + 3) % SINGLE.size()));
        }
        return List.copyOf(pairs);
    }
}

package dev.sanitiser.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random decisions that the same seed repeats. */
final class Dice {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String LETTERS_AND_DIGITS = LETTERS + "0123456789";

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both bounds included. */
    int between(int min, int max) {
        return random.nextInt(min, max + 1);
    }

    /** Both bounds included. */
    long between(long min, long max) {
        return random.nextLong(min, max + 1);
    }

    <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** As many different items as there are, up to a number, in random order. */
    <T> List<T> some(List<T> items, int most) {
        List<T> left = new ArrayList<>(items);
        List<T> picked = new ArrayList<>();
        while (picked.size() < most && !left.isEmpty()) {
            picked.add(left.remove(random.nextInt(left.size())));
        }
        return picked;
    }

    String letters(int length) {
        return charactersOf(LETTERS, length);
    }

    String lettersAndDigits(int length) {
        return charactersOf(LETTERS_AND_DIGITS, length);
    }

    String digits(int length) {
        return charactersOf("0123456789", length);
    }

    String hex(int length) {
        return charactersOf("0123456789abcdef", length);
    }

    private String charactersOf(String alphabet, int length) {
        StringBuilder result = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            result.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return result.toString();
    }
}

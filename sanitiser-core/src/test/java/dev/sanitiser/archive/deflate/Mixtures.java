package dev.sanitiser.archive.deflate;

import java.util.Random;

/** Bytes that change their nature: noise over alphabets of any size, copies from any distance, runs. */
final class Mixtures {

    private Mixtures() {}

    static byte[] ofSize(int size, Random random) {
        byte[] bytes = new byte[size];
        int at = 0;
        while (at < size) {
            int end = Math.min(size, at + 1 + random.nextInt(1 << random.nextInt(12)));
            int distance = 1 + random.nextInt(1 << random.nextInt(17));
            if (random.nextBoolean() && distance <= at) {
                for (; at < end; at++) {
                    bytes[at] = bytes[at - distance];
                }
            } else {
                int base = random.nextInt(256);
                int alphabet = 1 + random.nextInt(1 << random.nextInt(9));
                for (; at < end; at++) {
                    bytes[at] = (byte) (base + random.nextInt(alphabet));
                }
            }
        }
        return bytes;
    }
}

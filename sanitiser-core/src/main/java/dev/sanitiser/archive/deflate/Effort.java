package dev.sanitiser.archive.deflate;

/**
 * How hard a level looks for matches.
 *
 * @param depth how many earlier places are tried at most
 * @param niceLength a match of this length is taken at once
 * @param isLazy whether the place behind a match is looked at for a better one
 */
record Effort(int depth, int niceLength, boolean isLazy) {

    private static final Effort[] LEVELS = {
        new Effort(2, 16, false),
        new Effort(4, 24, false),
        new Effort(8, 32, false),
        new Effort(6, 32, true),
        new Effort(10, 32, true),
        new Effort(12, 64, true),
        new Effort(48, 128, true),
        new Effort(150, 258, true),
        new Effort(500, 258, true)
    };

    /** @param level 1 to 9 */
    static Effort ofLevel(int level) {
        if (level < 1 || level > LEVELS.length) {
            throw new IllegalArgumentException("level must be 1 to 9");
        }
        return LEVELS[level - 1];
    }
}

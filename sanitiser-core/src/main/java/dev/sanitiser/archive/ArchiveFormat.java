package dev.sanitiser.archive;

/** The formats this package knows, with the codes their headers carry. */
enum ArchiveFormat {
    CUSTOM(1),
    /** {@code toc.dat} carries the code of the tar format. */
    DIRECTORY(3);

    static final String TOC_FILE = "toc.dat";

    private final int code;

    ArchiveFormat(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static String dataFile(int dumpId) {
        return dumpId + ".dat";
    }
}

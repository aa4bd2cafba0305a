package dev.sanitiser.archive;

import java.util.Arrays;
import java.util.Optional;

/** The part of a restore an archive entry belongs to. */
public enum Section {
    NONE(1),
    PRE_DATA(2),
    DATA(3),
    POST_DATA(4);

    private final int code;

    Section(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<Section> ofCode(int code) {
        return Arrays.stream(values()).filter(section -> section.code == code).findFirst();
    }
}

package dev.sanitiser.archive;

/** The part of a restore an archive entry belongs to; the constants' order is that of the format's codes 1 to 4. */
public enum Section {
    NONE,
    PRE_DATA,
    DATA,
    POST_DATA
}

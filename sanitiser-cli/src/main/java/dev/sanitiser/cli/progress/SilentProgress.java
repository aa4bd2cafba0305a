package dev.sanitiser.cli.progress;

/** Shows nothing. */
public final class SilentProgress implements Progress {}

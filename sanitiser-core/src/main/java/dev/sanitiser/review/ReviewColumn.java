package dev.sanitiser.review;

import java.util.Optional;

/**
 * A column as the page shows it.
 *
 * @param value where the copy's value comes from, or what kind of verdict proposes it
 * @param reason the rule that led there
 * @param concern why somebody should look at it, although it is kept
 */
record ReviewColumn(
        String name, String type, Treatment treatment, String value, String reason, Optional<String> concern) {}

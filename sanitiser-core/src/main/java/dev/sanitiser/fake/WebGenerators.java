package dev.sanitiser.fake;

import dev.sanitiser.fake.PooledText.Uniqueness;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import org.jooq.Field;

/** Addresses, files and programs of the web; hosts are under the reserved domains of RFC 2606. */
final class WebGenerators {

    private static final String MAC_ADDRESS = "mac-address";
    private static final int MAC_LENGTH = 17;
    private static final List<String> EXTENSIONS =
            List.of(".pdf", ".png", ".jpg", ".csv", ".docx", ".xlsx", ".txt", ".zip");
    private static final List<String> FOLDERS = List.of("documents", "images", "exports", "uploads", "archive");
    private static final List<String> MIME_TYPES = List.of(
            "application/pdf",
            "image/png",
            "image/jpeg",
            "text/csv",
            "text/plain",
            "text/html",
            "application/json",
            "application/zip",
            "image/gif",
            "image/webp",
            "video/mp4",
            "audio/mpeg");

    private final Pools pools;

    private WebGenerators(Pools pools) {
        this.pools = pools;
    }

    static List<Generator> all(Pools pools) {
        WebGenerators make = new WebGenerators(pools);
        return List.of(
                make.pooled("url", make::urls, Uniqueness.NUMBERED_CLOSELY),
                make.pooled("slug", make::slugs, Uniqueness.NUMBERED_CLOSELY),
                make.pooled("user-agent", make::userAgents, Uniqueness.NUMBERED),
                make.pooled("mime-type", () -> MIME_TYPES, Uniqueness.POOL),
                make.suffixed("domain", "", make::words, List.of(".example")),
                make.suffixed("file-name", "", make::slugs, EXTENSIONS),
                make.suffixed("file-path", "/files/", make::paths, EXTENSIONS),
                new NamedGenerator(MAC_ADDRESS, List.of(), WebGenerators::macAddress));
    }

    private Generator pooled(String name, Supplier<List<String>> pool, Uniqueness uniqueness) {
        return PooledText.own(pools, name, pool, uniqueness).named();
    }

    private Generator suffixed(String name, String prefix, Supplier<List<String>> pool, List<String> suffixes) {
        return new NamedGenerator(name, List.of(), new SuffixedText(pools, name, prefix, pool, suffixes)::generate);
    }

    private List<String> words() {
        return pools.composed("pairs of words", random -> word(random) + word(random));
    }

    private List<String> slugs() {
        return pools.composed("slugs", random -> word(random) + "-" + word(random));
    }

    private List<String> paths() {
        return pools.composed(
                "paths",
                random -> FOLDERS.get(random.nextInt(FOLDERS.size())) + "/" + word(random) + "-" + word(random));
    }

    private List<String> urls() {
        return pools.composed("urls", random -> "https://www.example.com/" + word(random) + "/" + word(random));
    }

    private static String word(Random random) {
        return Words.SINGLE.get(random.nextInt(Words.SINGLE.size()));
    }

    private List<String> userAgents() {
        return pools.composed("user agents", random -> {
            String system = UserAgents.SYSTEMS.get(random.nextInt(UserAgents.SYSTEMS.size()));
            return UserAgents.BROWSERS
                    .get(random.nextInt(UserAgents.BROWSERS.size()))
                    .apply(system, random);
        });
    }

    private static Outcome macAddress(GeneratorContext context) {
        OptionalInt length = context.textLength();
        if (length.isPresent() && length.getAsInt() < MAC_LENGTH) {
            return NamedGenerator.tooShort(MAC_ADDRESS, MAC_LENGTH, context);
        }
        boolean isType = context.builtInType().equals("macaddr");
        if (length.isEmpty() && !isType) {
            return NamedGenerator.misfit(MAC_ADDRESS, "hardware addresses of six bytes", context);
        }
        Series series = NetworkSeries.hardwareAddresses(6).castTo(Sql.builtIn("macaddr"));
        Field<?> address = (context.unique() ? series.next() : series.plausible()).apply(context.lane());
        return Outcome.fits(new Fake(
                MAC_ADDRESS,
                isType ? address : Sql.text(address),
                context.unique() ? series.length() : BigInteger.ONE));
    }
}

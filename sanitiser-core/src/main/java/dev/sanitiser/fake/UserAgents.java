package dev.sanitiser.fake;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/** What browsers call themselves. */
final class UserAgents {

    static final List<String> SYSTEMS = List.of(
            "Windows NT 10.0; Win64; x64",
            "Macintosh; Intel Mac OS X 10_15_7",
            "X11; Linux x86_64",
            "X11; Ubuntu; Linux x86_64",
            "Linux; Android 14; Pixel 8",
            "Linux; Android 13; SM-G991B");

    static final List<BiFunction<String, Random, String>> BROWSERS = List.of(
            (system, random) -> chrome(system, 110 + random.nextInt(20)),
            (system, random) ->
                    chrome(system, 110 + random.nextInt(20)) + " Edg/" + (110 + random.nextInt(20)) + ".0.0.0",
            (system, random) -> firefox(system, 100 + random.nextInt(30)));

    private UserAgents() {}

    private static String chrome(String system, int version) {
        return "Mozilla/5.0 (" + system + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version
                + ".0.0.0 Safari/537.36";
    }

    private static String firefox(String system, int version) {
        return "Mozilla/5.0 (" + system + "; rv:" + version + ".0) Gecko/20100101 Firefox/" + version + ".0";
    }
}

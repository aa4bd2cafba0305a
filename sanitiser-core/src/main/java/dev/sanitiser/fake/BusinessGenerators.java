package dev.sanitiser.fake;

import dev.sanitiser.fake.PooledText.Uniqueness;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Companies, products and what is written about them. */
final class BusinessGenerators {

    private final Pools pools;

    private BusinessGenerators(Pools pools) {
        this.pools = pools;
    }

    static List<Generator> all(Pools pools) {
        BusinessGenerators make = new BusinessGenerators(pools);
        Phrases phrases = new Phrases(pools);
        return List.of(
                make.numbered("company", make::companies),
                make.numbered("department", make::departments),
                make.numbered("industry", make::industries),
                make.numbered("product", make::products),
                make.numbered("slogan", make::slogans),
                make.numbered("label", make::labels),
                make.numbered("title", phrases::titles),
                make.numbered("paragraph", phrases::paragraphs),
                make.numbered("colour-name", make::colourNames),
                make.ofPool("colour", make::colours),
                make.ofPool("currency-name", make::currencyNames),
                make.ofPool("language-name", make::languageNames));
    }

    private Generator numbered(String name, Supplier<List<String>> pool) {
        return PooledText.own(pools, name, pool, Uniqueness.NUMBERED).named();
    }

    private Generator ofPool(String name, Supplier<List<String>> pool) {
        return PooledText.own(pools, name, pool, Uniqueness.POOL).named();
    }

    private List<String> companies() {
        return pools.distinct("companies", faker -> faker.company().name());
    }

    private List<String> departments() {
        return List.of(
                "Accounting",
                "Administration",
                "Customer Service",
                "Design",
                "Development",
                "Facilities",
                "Finance",
                "Human Resources",
                "IT",
                "Legal",
                "Logistics",
                "Marketing",
                "Operations",
                "Procurement",
                "Production",
                "Quality",
                "Research",
                "Sales",
                "Security",
                "Support",
                "Training");
    }

    private List<String> industries() {
        return pools.distinct("industries", faker -> faker.company().industry());
    }

    private List<String> products() {
        return pools.distinct("products", faker -> faker.commerce().productName());
    }

    private List<String> slogans() {
        return pools.distinct("slogans", faker -> faker.company().catchPhrase());
    }

    private List<String> labels() {
        return pools.composed("labels", random -> capitalised(random) + " " + capitalised(random));
    }

    private static String capitalised(Random random) {
        String word = Words.SINGLE.get(random.nextInt(Words.SINGLE.size()));
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private List<String> colourNames() {
        return pools.distinct("colour names", faker -> faker.color().name());
    }

    private List<String> colours() {
        return pools.composed("colours", random -> "#" + hexadecimal(random.nextInt(1 << 24), 6));
    }

    static String hexadecimal(int number, int digits) {
        String text = Integer.toHexString(number);
        return "0".repeat(digits - text.length()) + text;
    }

    private List<String> currencyNames() {
        return List.of(
                "Australian Dollar",
                "Brazilian Real",
                "British Pound",
                "Canadian Dollar",
                "Chinese Yuan",
                "Czech Koruna",
                "Danish Krone",
                "Euro",
                "Hong Kong Dollar",
                "Hungarian Forint",
                "Indian Rupee",
                "Israeli Shekel",
                "Japanese Yen",
                "Kenyan Shilling",
                "Mexican Peso",
                "New Zealand Dollar",
                "Norwegian Krone",
                "Polish Zloty",
                "Singapore Dollar",
                "South African Rand",
                "South Korean Won",
                "Swedish Krona",
                "Swiss Franc",
                "Turkish Lira",
                "Ukrainian Hryvnia",
                "US Dollar");
    }

    private List<String> languageNames() {
        return List.of(
                "Arabic",
                "Bengali",
                "Chinese",
                "Czech",
                "Danish",
                "Dutch",
                "English",
                "Finnish",
                "French",
                "German",
                "Greek",
                "Hebrew",
                "Hindi",
                "Hungarian",
                "Italian",
                "Japanese",
                "Korean",
                "Norwegian",
                "Polish",
                "Portuguese",
                "Romanian",
                "Russian",
                "Spanish",
                "Swedish",
                "Thai",
                "Turkish",
                "Ukrainian",
                "Vietnamese");
    }
}

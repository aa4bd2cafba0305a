package dev.sanitiser.structure;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells payment card numbers and IBANs from other digits. */
final class CheckDigits {

    /** The issuers' ranges of ISO/IEC 7812 with the lengths they use. */
    private static final Pattern CARD_RANGES = Pattern.compile(String.join(
            "|",
            "4\\d{12}(?:\\d{3}){0,2}",
            "5[1-5]\\d{14}|2(?:22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12}",
            "3[47]\\d{13}",
            "3(?:0[0-5]|[689]\\d)\\d{11}",
            "6(?:011|4[4-9]\\d|5\\d\\d)\\d{12}",
            "35(?:2[89]|[3-8]\\d)\\d{12}",
            "62\\d{14,17}",
            "(?:50|5[6-9]|6[37])\\d{14}"));

    private static final Set<String> COUNTRIES = countries();
    private static final int SHORTEST_IBAN = 15;
    private static final int LONGEST_IBAN = 34;

    private CheckDigits() {}

    static boolean isPaymentCard(String digits) {
        return CARD_RANGES.matcher(digits).matches() && isLuhn(digits);
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** @param candidate one word, or groups separated by a space, of which the last ones may be other words */
    static boolean startsWithIban(String candidate) {
        int end = candidate.length();
        while (end > 0) {
            if (isIban(candidate.substring(0, end).replace(" ", ""))) {
                return true;
            }
            end = candidate.lastIndexOf(' ', end - 1);
        }
        return false;
    }

    /** ISO 13616: mod 97 is 1 once the first four characters stand at the end and letters count from 10. */
    private static boolean isIban(String text) {
        if (text.length() < SHORTEST_IBAN
                || text.length() > LONGEST_IBAN
                || !COUNTRIES.contains(text.substring(0, 2))) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (text.substring(4) + text.substring(0, 4))
                .chars()
                .forEach(c -> digits.append(Character.digit(c, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    private static Set<String> countries() {
        Set<String> countries = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
        countries.add("XK");
        return Set.copyOf(countries);
    }
}

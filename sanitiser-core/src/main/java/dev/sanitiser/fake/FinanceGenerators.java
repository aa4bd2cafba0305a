package dev.sanitiser.fake;

import dev.sanitiser.fake.PooledText.Uniqueness;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Account, card and order numbers: well formed, with their check digits, and nobody's. */
final class FinanceGenerators {

    private static final String IBAN = "iban";
    private static final String CARD_NUMBER = "card-number";
    private static final String ORDER_NUMBER = "order-number";

    /** A bank that does not exist: letters TEST, sort code 000000. */
    private static final String BANK = "TEST000000";

    private static final int ACCOUNT_DIGITS = 8;
    private static final int IBAN_LENGTH = 22;
    private static final int MODULUS = 97;

    /** The prefix that payment services reserve for tests. */
    private static final String CARD_PREFIX = "424242";

    private static final int CARD_DIGITS = 9;
    private static final int CARD_LENGTH = 16;

    private static final String ORDER_PREFIX = "ORD-";
    private static final int ORDER_DIGITS = 6;
    private static final int LONGEST_ORDER = 23;

    private FinanceGenerators() {}

    static List<Generator> all(Pools pools) {
        return List.of(
                new NamedGenerator(IBAN, List.of(), context -> iban(pools, context))
                        .withSample(() -> PooledText.sample(ibans(pools))),
                new NamedGenerator(CARD_NUMBER, List.of(), context -> cardNumber(pools, context))
                        .withSample(() -> PooledText.sample(cards(pools))),
                new NamedGenerator(ORDER_NUMBER, List.of(), FinanceGenerators::orderNumber));
    }

    private static Outcome iban(Pools pools, GeneratorContext context) {
        if (!context.unique() || context.textLength().orElse(0) < IBAN_LENGTH) {
            return PooledText.own(pools, IBAN, () -> ibans(pools), Uniqueness.POOL)
                    .generate(context);
        }
        long accounts = (long) Math.pow(10, ACCOUNT_DIGITS);
        Field<Long> account = context.lane().ordinal().mod(DSL.inline(accounts));
        Field<Long> check = DSL.inline((long) MODULUS + 1)
                .minus(account.mul(DSL.inline(1_000_000L))
                        .plus(DSL.inline(remainder("0".repeat(ACCOUNT_DIGITS))))
                        .mod(DSL.inline((long) MODULUS)));
        Field<String> iban =
                Sql.join("GB", PhoneNumbers.padded(check, 2), BANK, PhoneNumbers.padded(account, ACCOUNT_DIGITS));
        return Outcome.fits(new Fake(IBAN, iban, BigInteger.valueOf(accounts)));
    }

    private static List<String> ibans(Pools pools) {
        return pools.composed("ibans", random -> {
            String account = String.valueOf(10_000_000 + random.nextInt(90_000_000));
            long check = MODULUS + 1 - remainder(account);
            return "GB" + (check < 10 ? "0" : "") + check + BANK + account;
        });
    }

    /** ISO 13616: letters are the numbers from 10, the country and two zeros go to the end. */
    private static long remainder(String account) {
        StringBuilder digits = new StringBuilder();
        (BANK + account + "GB00").chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString())
                .mod(BigInteger.valueOf(MODULUS))
                .longValueExact();
    }

    private static Outcome cardNumber(Pools pools, GeneratorContext context) {
        boolean isNumber = NumberLimits.of(context)
                .filter(limits -> limits.most().precision() - limits.most().scale() > CARD_LENGTH)
                .filter(limits -> limits.exactUnits() == Long.MAX_VALUE && limits.scale() >= 0)
                .isPresent();
        OptionalInt length = context.textLength();
        if (length.isPresent() && length.getAsInt() < CARD_LENGTH) {
            return NamedGenerator.tooShort(CARD_NUMBER, CARD_LENGTH, context);
        }
        if (length.isEmpty() && !isNumber) {
            return NamedGenerator.misfit(CARD_NUMBER, "numbers of 16 digits", context);
        }
        long cards = (long) Math.pow(10, CARD_DIGITS);
        Field<String> number = context.unique()
                ? withCheckDigit(context.lane().ordinal().mod(DSL.inline(cards)))
                : context.lane().pick(cards(pools));
        return Outcome.fits(new Fake(
                CARD_NUMBER,
                isNumber ? Sql.cast(number, "numeric") : number,
                context.unique() ? BigInteger.valueOf(cards) : BigInteger.ONE));
    }

    private static List<String> cards(Pools pools) {
        return pools.composed("cards", random -> {
            String digits = CARD_PREFIX + (100_000_000 + random.nextInt(900_000_000));
            int sum = 0;
            for (int i = 0; i < digits.length(); i++) {
                sum += luhn(digits.charAt(i) - '0', i);
            }
            return digits + (10 - sum % 10) % 10;
        });
    }

    /** ISO/IEC 7812: every second digit, here those at even places, counts twice, less nine from ten on. */
    private static int luhn(int digit, int place) {
        int weighted = place % 2 == 0 ? 2 * digit : digit;
        return weighted > 9 ? weighted - 9 : weighted;
    }

    private static Field<String> withCheckDigit(Field<Long> number) {
        long prefixSum = 0;
        for (int i = 0; i < CARD_PREFIX.length(); i++) {
            prefixSum += luhn(CARD_PREFIX.charAt(i) - '0', i);
        }
        Field<Long> sum = DSL.inline(prefixSum);
        for (int i = 0; i < CARD_DIGITS; i++) {
            long place = (long) Math.pow(10, CARD_DIGITS - 1 - i);
            Field<Long> digit = number.div(DSL.inline(place)).mod(DSL.inline(10L));
            sum = sum.plus((CARD_PREFIX.length() + i) % 2 == 0 ? doubled(digit) : digit);
        }
        Field<Long> check = DSL.inline(10L).minus(sum.mod(DSL.inline(10L))).mod(DSL.inline(10L));
        return Sql.join(CARD_PREFIX, PhoneNumbers.padded(number, CARD_DIGITS), check);
    }

    private static Field<Long> doubled(Field<Long> digit) {
        return digit.mul(DSL.inline(2L)).minus(digit.div(DSL.inline(5L)).mul(DSL.inline(9L)));
    }

    private static Outcome orderNumber(GeneratorContext context) {
        Field<Long> any = context.unique()
                ? context.lane().ordinal()
                : context.lane().between(1, (long) Math.pow(10, ORDER_DIGITS) - 1);
        OptionalInt length = context.textLength();
        if (length.isEmpty()) {
            return Generators.standard().generate("integer", context);
        }
        if (length.getAsInt() >= LONGEST_ORDER) {
            return numbered(context, Sql.join(ORDER_PREFIX, atLeast(any)), Series.ENDLESS);
        }
        return Patterns.generate(ORDER_NUMBER, "[0-9]{6,}", context, length.getAsInt());
    }

    private static Field<String> atLeast(Field<Long> number) {
        Field<Integer> digits =
                DSL.greatest(Sql.call("length", Integer.class, Sql.text(number)), DSL.inline(ORDER_DIGITS));
        return Sql.call("lpad", String.class, Sql.text(number), digits, Sql.text(DSL.inline("0")));
    }

    private static Outcome numbered(GeneratorContext context, Field<String> value, BigInteger distinct) {
        return Outcome.fits(new Fake(ORDER_NUMBER, value, context.unique() ? distinct : BigInteger.ONE));
    }
}

package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.jooq.Field;

/**
 * {@code password-hash}: looks like bcrypt's; in shorter columns hexadecimal digits of SHA-1's or MD5's length. They
 * are random and the hashes of nothing.
 */
final class PasswordHashes {

    static final String NAME = "password-hash";

    private static final String BCRYPT = "$2a$10$";
    private static final String BCRYPT_DIGITS = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int BCRYPT_LENGTH = 60;
    private static final int NUMBER_DIGITS = 15;
    private static final List<Integer> HEXADECIMAL_LENGTHS = List.of(40, 32);

    private PasswordHashes() {}

    static Generator generator(Pools pools) {
        return new NamedGenerator(NAME, List.of(), context -> generate(pools, context))
                .withSample(() -> PooledText.sample(hashes(pools, BCRYPT_LENGTH - BCRYPT.length())));
    }

    private static Outcome generate(Pools pools, GeneratorContext context) {
        OptionalInt length = context.textLength();
        if (length.isEmpty()) {
            return NamedGenerator.misfit(NAME, "strings", context);
        }
        if (length.getAsInt() >= BCRYPT_LENGTH) {
            return Outcome.fits(bcrypt(pools, context));
        }
        return HEXADECIMAL_LENGTHS.stream()
                .filter(digits -> digits <= length.getAsInt())
                .findFirst()
                .map(digits -> Outcome.fits(hexadecimal(new Tokens(digits), context)))
                .orElseGet(() -> NamedGenerator.tooShort(NAME, HEXADECIMAL_LENGTHS.get(1), context));
    }

    /** Unique ones end in the digits of the ordinal's code. */
    private static Fake bcrypt(Pools pools, GeneratorContext context) {
        int digits = BCRYPT_LENGTH - BCRYPT.length();
        if (!context.unique()) {
            return new Fake(NAME, context.lane().pick(hashes(pools, digits)), BigInteger.ONE);
        }
        Numerals codes = new Numerals(16, NUMBER_DIGITS);
        Field<String> start = context.lane().pick(hashes(pools, digits - NUMBER_DIGITS));
        return new Fake(NAME, Sql.join(start, codes.code(context.lane())), BigInteger.valueOf(codes.count()));
    }

    private static List<String> hashes(Pools pools, int digits) {
        return pools.composed("bcrypt of " + digits, random -> BCRYPT + digits(random, digits));
    }

    private static String digits(Random random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(BCRYPT_DIGITS.charAt(random.nextInt(BCRYPT_DIGITS.length())));
        }
        return text.toString();
    }

    private static Fake hexadecimal(Tokens tokens, GeneratorContext context) {
        return context.unique()
                ? new Fake(NAME, tokens.unique(context.lane()), tokens.count())
                : new Fake(NAME, tokens.any(context.lane()), BigInteger.ONE);
    }
}

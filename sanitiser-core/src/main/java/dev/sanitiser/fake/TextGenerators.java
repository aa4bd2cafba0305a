package dev.sanitiser.fake;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** {@code word}, {@code sentence}, {@code text} and {@code token}. */
final class TextGenerators {

    private static final String WORD = "word";
    private static final String SENTENCE = "sentence";
    private static final String TEXT = "text";
    private static final String TOKEN = "token";

    private static final int LONGEST_SENTENCE = 5 * (Words.LONGEST + 1);
    private static final int LONGEST_ORDINAL = 20;
    private static final int ROOM_FOR_SENTENCES = 80;
    private static final int USUAL_TEXT = 80;
    private static final int USUAL_TOKEN = 32;
    private static final int LONGEST_TOKEN = 256;
    /** What {@link #filler} adds at least with each repetition. */
    private static final int SHORTEST_TRIPLE = 3 * (3 + 1);

    private TextGenerators() {}

    static List<Generator> all(Pools pools) {
        PooledText sentences =
                PooledText.own(pools, SENTENCE, new Phrases(pools)::sentences, PooledText.Uniqueness.NUMBERED);
        return List.of(
                new NamedGenerator(WORD, List.of(), context -> strings(WORD, context, TextGenerators::word)),
                new NamedGenerator(
                                SENTENCE,
                                List.of(),
                                context ->
                                        context.unique() || context.textLength().orElse(0) < ROOM_FOR_SENTENCES
                                                ? strings(SENTENCE, context, TextGenerators::sentence)
                                                : sentences.generate(context))
                        .withSample(() -> PooledText.sample(new Phrases(pools).sentences())),
                new NamedGenerator(TEXT, lengths(), context -> strings(TEXT, context, TextGenerators::text)),
                new NamedGenerator(
                        TOKEN,
                        List.of(Parameter.optional("length", Parameter.Kind.WHOLE_NUMBER)),
                        context -> strings(TOKEN, context, TextGenerators::token)));
    }

    private static List<Parameter> lengths() {
        return List.of(
                Parameter.optional("minLength", Parameter.Kind.WHOLE_NUMBER),
                Parameter.optional("maxLength", Parameter.Kind.WHOLE_NUMBER));
    }

    private static Outcome strings(
            String generator, GeneratorContext context, BiFunction<GeneratorContext, Integer, Outcome> strings) {
        OptionalInt length = context.textLength();
        return length.isEmpty()
                ? NamedGenerator.misfit(generator, "strings", context)
                : strings.apply(context, length.getAsInt());
    }

    private static Outcome word(GeneratorContext context, int length) {
        return context.unique()
                ? unique(WORD, context, TextSeries.ofLength(length))
                : plain(WORD, context.lane().pick(Words.upTo(length)));
    }

    private static Outcome sentence(GeneratorContext context, int length) {
        int room = length - 1;
        if (room < 1) {
            return NamedGenerator.tooShort(SENTENCE, 2, context);
        }
        if (context.unique()) {
            return unique(SENTENCE, context, uniqueSentences(room));
        }
        return plain(SENTENCE, fullStop(capitalised(words(context.lane(), room))));
    }

    private static Series uniqueSentences(int room) {
        Series codes = TextSeries.ofLength(room);
        return room < LONGEST_SENTENCE + LONGEST_ORDINAL
                ? codes.map(code -> fullStop(Sql.text(code)))
                : codes.withNext(
                        lane -> fullStop(Sql.join(capitalised(words(lane, LONGEST_SENTENCE)), " ", lane.ordinal())));
    }

    private static Field<String> words(Lane lane, int room) {
        Field<String> few = TextSeries.words(lane, Math.min(room, LONGEST_SENTENCE));
        return room < LONGEST_SENTENCE
                ? few
                : Sql.join(
                        TextSeries.words(lane, 3 * Words.LONGEST + 2),
                        " ",
                        lane.branch(1).pick(Words.PAIRS));
    }

    private static Field<String> capitalised(Field<String> words) {
        Field<Integer> one = DSL.inline(1);
        Field<String> first = Sql.call("upper", String.class, Sql.call("left", String.class, words, one));
        return DSL.concat(first, Sql.call("substr", String.class, words, DSL.inline(2)));
    }

    private static Field<String> fullStop(Field<String> words) {
        return DSL.concat(words, DSL.inline("."));
    }

    private static Outcome text(GeneratorContext context, int length) {
        long maximum = context.parameters()
                .get("maxLength", Long.class)
                .orElseGet(() -> Math.max(Math.min(length, USUAL_TEXT), minimumLength(context, 1)));
        long minimum = minimumLength(context, (maximum + 3) / 4);
        if (minimum < 1 || maximum < 1) {
            return Outcome.rejected(
                    "\"" + (minimum < 1 ? "minLength" : "maxLength") + "\" of generator \"text\" must be at least 1");
        }
        if (minimum > maximum) {
            return NamedGenerator.reversed(TEXT, "minLength", minimum, "maxLength", maximum);
        }
        if (maximum > length) {
            return Outcome.rejected("generator \"text\" makes up to " + maximum + " characters; type "
                    + context.type().formatted() + " holds " + length);
        }
        return text(context, (int) minimum, (int) maximum);
    }

    private static long minimumLength(GeneratorContext context, long otherwise) {
        return context.parameters().get("minLength", Long.class).orElse(otherwise);
    }

    private static Outcome text(GeneratorContext context, int minimum, int maximum) {
        Lane lane = context.lane();
        if (context.unique()) {
            return unique(TEXT, context, TextSeries.ofLength(maximum).map(code -> padded(Sql.text(code), minimum)));
        }
        Field<Integer> letters =
                Sql.integer(lane.branch(3).between(minimum, maximum).minus(DSL.inline(1L)));
        return plain(
                TEXT,
                maximum == 1
                        ? lane.pick(Words.upTo(1))
                        : fullStop(Sql.call("left", String.class, filler(lane, maximum), letters)));
    }

    /** Never cuts a code that is long enough already. */
    private static Field<String> padded(Field<String> code, int minimum) {
        Field<Integer> length = DSL.greatest(Sql.call("length", Integer.class, code), DSL.inline(minimum));
        return Sql.call("rpad", String.class, code, length, Sql.text(DSL.inline("x")));
    }

    private static Field<String> filler(Lane lane, int length) {
        Field<String> triple = Sql.join(
                lane.pick(Words.SINGLE),
                " ",
                lane.branch(0).pick(Words.SINGLE),
                " ",
                lane.branch(1).pick(Words.SINGLE),
                " ");
        return Sql.call("repeat", String.class, triple, DSL.inline(length / SHORTEST_TRIPLE + 1));
    }

    private static Outcome token(GeneratorContext context, int room) {
        long length = context.parameters().get("length", Long.class).orElse((long) Math.min(room, USUAL_TOKEN));
        if (length < 1 || length > LONGEST_TOKEN) {
            return Outcome.rejected("\"length\" of generator \"token\" must be from 1 to " + LONGEST_TOKEN);
        }
        if (length > room) {
            return NamedGenerator.tooShort(TOKEN, (int) length, context);
        }
        Tokens tokens = new Tokens((int) length);
        return context.unique()
                ? Outcome.fits(new Fake(TOKEN, tokens.unique(context.lane()), tokens.count()))
                : plain(TOKEN, tokens.any(context.lane()));
    }

    private static Outcome unique(String generator, GeneratorContext context, Series series) {
        return Outcome.fits(new Fake(generator, series.next().apply(context.lane()), series.length()));
    }

    private static Outcome plain(String generator, Field<String> value) {
        return Outcome.fits(new Fake(generator, value, BigInteger.ONE));
    }
}

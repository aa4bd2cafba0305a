package dev.sanitiser.allowlist;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members of an object by name; those that are unknown or repeated are problems. */
final class KnownMembers {

    private final Map<String, Json.Member> byName = new HashMap<>();

    /**
     * @param known every name the object may have
     * @param what names the object's members in messages, for example {@code option}
     */
    KnownMembers(Json.Members object, List<String> known, String what, Problems problems) {
        for (Json.Member member : object.members()) {
            if (!known.contains(member.name())) {
                problems.at(member.location(), "unknown " + what + " " + expected(member.name(), known));
            } else {
                Json.Member first = byName.putIfAbsent(member.name(), member);
                if (first != null) {
                    problems.at(
                            member.location(),
                            "the " + what + " " + Quoted.json(member.name()) + " is there already, at "
                                    + first.location() + "; remove one of the two");
                }
            }
        }
    }

    Optional<Json.Member> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Json> value(String name) {
        return get(name).map(Json.Member::value);
    }

    /** {@return the name, what it may have meant, or else what there is} */
    static String expected(String found, List<String> known) {
        return Quoted.json(found)
                + NearestName.of(found, known).map(NearestName::hint).orElse("; expected one of " + Quoted.json(known));
    }
}

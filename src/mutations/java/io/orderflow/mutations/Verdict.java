package io.orderflow.mutations;

/**
 * What became of a mutant.
 *
 * @param by who noticed it, or {@code NOBODY}, or {@code UNTRIED} if the check let it pass and no test was run
 * @param words what the one who noticed it said
 */
record Verdict(Mutant mutant, By by, String words) {

    enum By {
        CHECK,
        TESTS,
        NOBODY,
        UNTRIED
    }
}

package io.orderflow.process.model.words;

import static io.orderflow.process.model.words.Notation.like;

import java.util.function.BiPredicate;

/** The kinds of values that a decision table may have. */
enum DmnValue implements Value {
    NOTHING("No text may stand here.", (text, names) -> text.isBlank()),
    ANYTHING("Anything may stand here.", (text, names) -> true),
    VARIABLE(
            "Give the name of a variable; what the engine or a step is called is none.",
            (text, names) -> names.isVariable(text) || Notation.isReading(text, names)),
    TEST(
            "Compare with values: \"DEFECTIVE\",\"OTHER\" or <= 90 or [1..10] or not(\"OTHER\").",
            like("-?|LIST|not\\(\\s*LIST\\s*\\)"
                    .replace("LIST", "TEST(?:\\s*,\\s*TEST)*+")
                    .replace(
                            "TEST",
                            "(?:(?:<=|>=|!=|<|>|=)?\\s*VALUE|[\\[\\](]\\s*VALUE\\s*\\.\\.\\s*VALUE\\s*[\\[\\])])")
                    .replace(
                            "VALUE",
                            "(?:(?:(?:date|time|date and time|duration)\\(\\s*" + Literal.TEXT + "\\s*\\)|"
                                    + Literal.ANY + "|[A-Za-z_]\\w*)(?!\\w|\\())"))),
    OUTCOME(
            "Give a value, \"APPROVE\" or 3, or the name of a variable.",
            like("|" + Literal.ANY).or((text, names) -> names.isVariable(text))),
    LANGUAGE(
            "Leave it out: tables are written in FEEL.",
            like("(?i:feel)|https?://www\\.omg\\.org/spec/(?:FEEL/20140401|DMN/20\\d{6}/FEEL/)")),
    DAYS("Give a number of days such as P180D.", like("P\\d{1,5}D|\\d{1,5}")),
    LOCAL("Refer to what stands in the same file: #Decision_1.", like("#[\\w.-]+"));

    private final String remedy;
    private final BiPredicate<String, Names> form;

    DmnValue(String remedy, BiPredicate<String, Names> form) {
        this.remedy = remedy;
        this.form = form;
    }

    @Override
    public boolean fits(String text, Names names) {
        return form.test(text, names);
    }

    @Override
    public String remedy() {
        return remedy;
    }

    /** The literals that both expression languages of the engine read in the same way. */
    private static final class Literal {
        static final String TEXT = "\"(?:[^\"\\\\]|\\\\[\"\\\\])*+\"";
        static final String ANY = "(?:" + TEXT + "|-?\\d+(?:\\.\\d+)?|(?:true|false|null)\\b)";
    }
}

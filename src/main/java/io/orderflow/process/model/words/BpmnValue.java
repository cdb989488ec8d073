package io.orderflow.process.model.words;

import static io.orderflow.process.model.words.Notation.like;
import static io.orderflow.process.model.words.Notation.likeOrVariable;

import java.util.function.BiPredicate;

/** The kinds of values that a diagram may have. */
enum BpmnValue implements Value {
    NOTHING("No text may stand here.", (text, names) -> text.isBlank()),
    ANYTHING("Anything may stand here.", (text, names) -> true),
    TEXT("Write plain text; the only expressions in it may be variables: ${orderNumber}.", Notation::isText),
    STEP(
            "Every order that gets there would fail. Name one of the application's steps and nothing else: ${reserveStock}.",
            (text, names) -> text.matches("\\$\\{\\w+}") && names.isStep(text.substring(2, text.length() - 1))),
    FIELD(
            "Only a field that a step has can be filled: topic.",
            (text, names) -> names.fields().contains(text)),
    CONDITION("Compare a variable with a value and nothing else: ${result == 'DECLINED'}.", Notation::isCondition),
    VARIABLE(
            "Give the name of a variable; what the engine or a step is called is none.",
            (text, names) -> names.isVariable(text)),
    COLLECTION(
            "Give the name of a variable or ${variable}.",
            (text, names) -> names.isVariable(text) || Notation.isReading(text, names)),
    BUSINESS_KEY(
            "A called process belongs to the same order: #{execution.processBusinessKey}.",
            like("[$#]\\{execution\\.processBusinessKey}")),
    TIME(
            "Give a date, a duration or a cycle (P1D, R3/PT1H), or a variable: ${decisionDue}.",
            likeOrVariable("(?:R\\d{0,4}/)?(?:MOMENT/)?(?:MOMENT|DURATION)")),
    DUE("Give a date or a duration (P1D), or a variable: ${decisionDue}.", likeOrVariable("MOMENT|DURATION")),
    RETRIES("Give waits such as R3/PT10M or PT1S,PT5S.", like("(?:R\\d{1,3}/)?DURATION(?:,DURATION){0,20}")),
    DAYS("Give a number of days such as P180D.", like("P\\d{1,5}D|\\d{1,5}")),
    NUMBER("Give a number or a variable.", likeOrVariable("-?\\d{1,9}")),
    TIMES("Give a number up to 999 or a variable.", likeOrVariable("\\d{1,3}")),
    PEOPLE("Give user ids, separated by commas, or a variable.", likeOrVariable("[\\w.@ -]+(?:,[\\w.@ -]+)*")),
    GROUPS("Give group ids, separated by commas: ops.", like("[\\w. -]+(?:,[\\w. -]+)*")),
    KEY("Give the id itself, no expression.", like("[\\w.-]+")),
    BINDING("Choose deployment or latest.", like("deployment|latest")),
    RESULT(
            "Choose singleEntry, singleResult, collectEntries or resultList.",
            like("singleEntry|singleResult|collectEntries|resultList")),
    ALL("Write all, or name the variables.", like("all")),
    EVENTS(
            "Choose among create, update and delete.",
            like("(?:create|update|delete)(?:, ?(?:create|update|delete)){0,2}")),
    YES_OR_NO("Write true or false.", like("true|false")),
    YES("Leave it out: two steps of an order never run at once.", like("true")),
    NO("Leave it out: processes are started by the application, or called by another one.", like("false")),
    ONE("Leave it out.", like("1")),
    UNSAID("Leave it out.", like("##(?:WebService|unspecified)")),
    FORMAL("Write bpmn:tFormalExpression.", like("(?:\\w+:)?tFormalExpression")),
    LANGUAGE("Leave it out.", like("http://www\\.w3\\.org/(?:1999/XPath|TR/XPath|2001/XMLSchema)"));

    private final String remedy;
    private final BiPredicate<String, Names> form;

    BpmnValue(String remedy, BiPredicate<String, Names> form) {
        this.remedy = remedy;
        this.form = form;
    }

    /** Returns the test that such a value passes. */
    BiPredicate<String, Names> form() {
        return form;
    }

    @Override
    public boolean fits(String text, Names names) {
        return form.test(text, names);
    }

    @Override
    public String remedy() {
        return remedy;
    }
}

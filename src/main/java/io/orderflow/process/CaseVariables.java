package io.orderflow.process;

/** The process variables of a case, by the names the diagram uses. None holds personal data. */
public final class CaseVariables {

    /** The id of the case. */
    public static final String CASE_ID = "caseId";
    /** The name of a {@link io.orderflow.cases.CaseKind}; lists of tasks show it. */
    public static final String CASE_KIND = "caseKind";
    /** How a person resolved the case: the name of a {@link io.orderflow.cases.CaseOutcome}. */
    public static final String OUTCOME = "outcome";
    /** What that person noted. */
    public static final String NOTE = "note";

    private CaseVariables() {}
}

package io.orderflow.process;

/** The process variables of a case, by the names the diagram uses. None holds personal data. */
public final class CaseVariables {

    /** Which case it is. */
    public static final String CASE_ID = "caseId";
    /** What kind of case, for lists of tasks. */
    public static final String CASE_KIND = "caseKind";
    /** How a person resolved it: name of a {@link io.orderflow.cases.CaseOutcome}. */
    public static final String OUTCOME = "outcome";
    /** What they noted. */
    public static final String NOTE = "note";

    private CaseVariables() {}
}

package io.orderflow;

import static java.util.stream.Collectors.joining;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** What the comment of a method promises to whoever calls it, and what is missing there. */
record Contract(ClassTree type, MethodTree method, @Nullable DocCommentTree comment) {

    static final Pattern NUMBER = Pattern.compile("\\b(int|long|Integer|Long|double|Duration)\\b");
    static final Pattern UNIT = words(
            "won|pieces?|(milli|nano)?seconds|minutes?|hours?|days?|bytes?|characters?|percent|counted from|counts from"
                    + "|how (many|often|long)|(the|up to) (number|time) (of|that)|up to so (many|long)|at most|longest"
                    + "|the time (after|of|that)");
    static final Pattern NULL = words("null");
    private static final Pattern EMPTY = words("empty|absent");
    private static final Pattern REPEATED = words("repeat(s|ed)?|no effect|to be called once");

    private static Pattern words(String any) {
        return Pattern.compile("\\b(" + any + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    /** In the words of the one who has to write it; none when nothing is missing. */
    List<String> findings() {
        if (comment == null || comment.getFullBody().isEmpty()) {
            return List.of("no comment that says what it does");
        }
        List<String> missing = new ArrayList<>();
        method.getThrows().stream()
                .map(Object::toString)
                .filter(refusal -> text(thrown(refusal)).split("\\s+").length < 3)
                .forEach(refusal -> missing.add("@throws " + refusal + " when?"));
        method.getParameters().forEach(parameter -> lookAt(parameter, missing));
        lookAtResult(missing);
        if (isCommand() && !REPEATED.matcher(all()).find()) {
            missing.add("what does a repeated call do?");
        }
        return missing;
    }

    private void lookAt(VariableTree parameter, List<String> missing) {
        String name = parameter.getName().toString();
        String said = text(tags(ParamTree.class)
                .filter(tag -> tag.getName().toString().equals(name))
                .flatMap(tag -> tag.getDescription().stream())
                .toList());
        if (isAnnotated(parameter.getModifiers(), "Nullable")
                && !NULL.matcher(said).find()) {
            missing.add("@param " + name + " is what, when it is null?");
        }
        if (NUMBER.matcher(parameter.getType().toString()).find()
                && !UNIT.matcher(said).find()) {
            missing.add("@param " + name + " in which unit?");
        }
    }

    private void lookAtResult(List<String> missing) {
        String result = String.valueOf(method.getReturnType());
        if (isAnnotated(method.getModifiers(), "Nullable")
                && !NULL.matcher(all()).find()) {
            missing.add("when does it return null?");
        }
        if (result.startsWith("Optional") && !EMPTY.matcher(all()).find()) {
            missing.add("when is the result empty?");
        }
        if (NUMBER.matcher(result).find() && !UNIT.matcher(all()).find()) {
            missing.add("in which unit is the result?");
        }
    }

    /**
     * What gives no answer, or is done in a transaction that may write, changes something, but no static method does.
     */
    private boolean isCommand() {
        ModifiersTree own = method.getModifiers();
        if (own.getFlags().contains(Modifier.STATIC)) {
            return false;
        }
        if (String.valueOf(method.getReturnType()).equals("void")) {
            return true;
        }
        ModifiersTree transaction = isAnnotated(own, "Transactional") ? own : type.getModifiers();
        return isAnnotated(transaction, "Transactional")
                && transaction.getAnnotations().stream()
                        .noneMatch(it -> it.toString().contains("readOnly = true"));
    }

    static boolean isAnnotated(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream()
                .anyMatch(it -> it.getAnnotationType().toString().equals(annotation));
    }

    private List<DocTree> thrown(String refusal) {
        return tags(ThrowsTree.class)
                .filter(tag -> tag.getExceptionName().toString().equals(refusal))
                .<DocTree>flatMap(tag -> tag.getDescription().stream())
                .toList();
    }

    private <T> Stream<T> tags(Class<T> kind) {
        return comment.getBlockTags().stream().filter(kind::isInstance).map(kind::cast);
    }

    private String all() {
        return comment.toString().replaceAll("\\s+", " ");
    }

    private static String text(Collection<? extends DocTree> words) {
        return words.stream()
                .map(Object::toString)
                .collect(joining())
                .replaceAll("\\s+", " ")
                .strip();
    }
}

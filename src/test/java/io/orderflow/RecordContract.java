package io.orderflow;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** What the comment of a record says of its components, and what is missing there. */
record RecordContract(ClassTree type, @Nullable DocCommentTree comment) {

    List<String> findings() {
        if (comment == null) {
            return List.of("no comment that says what it is");
        }
        List<String> missing = new ArrayList<>();
        type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(member -> !member.getModifiers().getFlags().contains(Modifier.STATIC))
                .forEach(component -> lookAt(component, missing));
        return missing;
    }

    private void lookAt(VariableTree component, List<String> missing) {
        String name = component.getName().toString();
        if (Contract.isAnnotated(component.getModifiers(), "Nullable")
                && !Contract.NULL.matcher(saidOf(name)).find()) {
            missing.add(name + " is what, when it is null?");
        }
        if (Contract.NUMBER.matcher(component.getType().toString()).find()
                && !Contract.UNIT.matcher(saidOf(name)).find()) {
            missing.add(name + " in which unit?");
        }
    }

    /** The component's own words, and those about the whole. */
    private String saidOf(String component) {
        return comment.getFullBody()
                + comment.getBlockTags().stream()
                        .filter(ParamTree.class::isInstance)
                        .map(ParamTree.class::cast)
                        .filter(tag -> tag.getName().toString().equals(component))
                        .map(Object::toString)
                        .reduce("", String::concat)
                        .replaceAll("\\s+", " ");
    }
}

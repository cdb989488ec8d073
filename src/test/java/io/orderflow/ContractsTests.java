package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every public method at a door between modules says, in a comment, what it does; when each declared exception comes;
 * what null and empty mean; in which unit a number is; and of what changes something, what a repeated call does.
 * Records say of their components what null means and in which unit a number is. What overrides a method has that
 * method's comment. Door or not, every type says what it is: the thing first, then what it does.
 */
class ContractsTests {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** A first word such as {@code Reads}; a plural without its article too, which no form tells from it. */
    private static final Pattern VERB = Pattern.compile("[A-Z][a-z]*[^s\\W]s\\b.*", Pattern.DOTALL);

    @Test
    void everyTypeSaysWhatItIsAndEveryMethodAtADoorWhatItPromises() throws IOException {
        Set<String> doors = Doors.types().stream().map(Class::getName).collect(Collectors.toSet());

        assertThat(doors).isNotEmpty();
        assertThat(findings(mainSources(), doors)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            public int count() { return 1; }                                 | no comment that says what it does
            /** Counts. */ public int count() { return 1; }                   | in which unit is the result?
            /** @param most of them */ public String first(int most) { }      | no comment that says what it does
            /** Reads. @param most of them */ public String first(int most) { } | @param most in which unit?
            /** Tells it. */ public void tell(String news) { }                | what does a repeated call do?
            /** Tells it. */ @Transactional public String tell() { }          | what does a repeated call do?
            /** Finds it. */ public Optional<String> find() { }               | when is the result empty?
            /** Finds it. */ public @Nullable String find() { }               | when does it return null?
            /** Finds it. */ public String find(@Nullable String by) { }      | @param by is what, when it is null?
            /** Buys it. */ public String buy() throws SoldOut { }            | @throws SoldOut when?
            """)
    void seesWhatIsMissing(String method, String finding) throws IOException {
        assertThat(findings(
                        List.of(source("/** A door. */ public class Door { %s }".formatted(method))), Set.of("Door")))
                .singleElement()
                .asString()
                .endsWith(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            record Door(String name) { }                       | no comment that says what it is
            /** A shelf. */ record Door(long most) { }         | most in which unit?
            /** A shelf. */ record Door(@Nullable Sku sku) { } | sku is what, when it is null?
            """)
    void seesWhatIsMissingOfARecord(String record, String finding) throws IOException {
        assertThat(findings(List.of(source(record)), Set.of("Door")))
                .singleElement()
                .asString()
                .endsWith(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            class Shelf { }                                        | no comment that says what it is
            /** @param <T> what stands on it */ class Shelf<T> { } | no comment that says what it is
            /** Holds goods. */ interface Shelf { }                | begins with a verb, not with the thing
            /** A shelf. */ enum Shelf { ; /** Goes. */ class A {} } | begins with a verb, not with the thing
            """)
    void seesWhatIsMissingOfAnyType(String type, String finding) throws IOException {
        assertThat(findings(List.of(source(type)), Set.of()))
                .singleElement()
                .asString()
                .endsWith(finding);
    }

    private static List<String> findings(Iterable<? extends JavaFileObject> sources, Set<String> doors)
            throws IOException {
        JavacTask task = (JavacTask) COMPILER.getTask(null, null, null, List.of("-proc:none"), null, sources);
        Iterable<? extends CompilationUnitTree> parsed = task.parse();
        DocTrees comments = DocTrees.instance(task);
        List<String> findings = new ArrayList<>();
        for (CompilationUnitTree unit : parsed) {
            new Reading(unit, doors, comments, findings).scan(unit, null);
        }
        return findings.stream().sorted().distinct().toList();
    }

    private static List<JavaFileObject> mainSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"));
                StandardJavaFileManager manager = COMPILER.getStandardFileManager(null, null, null)) {
            List<JavaFileObject> sources = new ArrayList<>();
            manager.getJavaFileObjectsFromPaths(
                            files.filter(file -> file.toString().endsWith(".java"))
                                    .toList())
                    .forEach(sources::add);
            return sources;
        }
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Door.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Goes through one file and notes what is missing at its doors. */
    private static class Reading extends TreePathScanner<Void, Void> {

        private final String place;
        private final Set<String> doors;
        private final DocTrees comments;
        private final List<String> findings;

        Reading(CompilationUnitTree unit, Set<String> doors, DocTrees comments, List<String> findings) {
            this.place = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
            this.doors = doors;
            this.comments = comments;
            this.findings = findings;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            String name = nameOf(getCurrentPath());
            DocCommentTree comment = comments.getDocCommentTree(getCurrentPath());
            String words = comment == null ? "" : text(comment.getFullBody());
            boolean isNested = getCurrentPath().getParentPath().getLeaf().getKind() != Tree.Kind.COMPILATION_UNIT;
            if (words.isEmpty() && !isNested) {
                findings.add(name + ": no comment that says what it is");
            }
            if (VERB.matcher(words).matches()) {
                findings.add(name + ": begins with a verb, not with the thing");
            }
            if (doors.contains(place + name) && type.getKind() == Tree.Kind.RECORD) {
                new RecordContract(type, comment).findings().forEach(missing -> findings.add(name + ": " + missing));
            }
            return super.visitClass(type, nothing);
        }

        private static String text(List<? extends DocTree> body) {
            return body.stream().map(Object::toString).collect(Collectors.joining());
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            TreePath path = getCurrentPath();
            ClassTree type = (ClassTree) path.getParentPath().getLeaf();
            String name = nameOf(path.getParentPath());
            if (doors.contains(place + name) && isCalledByOthers(type, method) && !isGetterOfARow(type, method)) {
                new Contract(type, method, comments.getDocCommentTree(path))
                        .findings()
                        .forEach(missing -> findings.add(name + "." + method.getName() + ": " + missing));
            }
            return null;
        }

        private static String nameOf(TreePath type) {
            String name = ((ClassTree) type.getLeaf()).getSimpleName().toString();
            return type.getParentPath().getLeaf() instanceof ClassTree
                    ? nameOf(type.getParentPath()) + "$" + name
                    : name;
        }

        private static boolean isCalledByOthers(ClassTree type, MethodTree method) {
            boolean isPublic = type.getKind() == Tree.Kind.INTERFACE
                    || method.getModifiers().getFlags().contains(Modifier.PUBLIC);
            return isPublic && method.getReturnType() != null && !isAnnotated(method, "Override");
        }

        /** {@code return name;}: the row says it where it keeps it. */
        private static boolean isGetterOfARow(ClassTree type, MethodTree method) {
            boolean isRow = type.getModifiers().getAnnotations().stream()
                    .anyMatch(it -> Set.of("Entity", "Embeddable", "MappedSuperclass")
                            .contains(it.getAnnotationType().toString()));
            List<? extends StatementTree> body =
                    method.getBody() == null ? List.of() : method.getBody().getStatements();
            return isRow
                    && method.getParameters().isEmpty()
                    && body.size() == 1
                    && body.get(0) instanceof ReturnTree answer
                    && answer.getExpression().getKind() == Tree.Kind.IDENTIFIER;
        }

        private static boolean isAnnotated(MethodTree method, String annotation) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(it -> it.getAnnotationType().toString().equals(annotation));
        }
    }
}

package brightline.architecture;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Reads sources with the compiler's own tree and finds every switch that names some members of a sealed type of ours and leaves
 * the others to a default, or to a pattern that takes them all.
 */
final class SilentAnswers extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private static final String OURS = "brightline.";

    private final Trees trees;
    private final Types types;
    private final List<String> found = new ArrayList<>();

    private SilentAnswers(JavacTask task) {
        this.trees = Trees.instance(task);
        this.types = task.getTypes();
    }

    /**
     * The switches, each as file, line and what it passes over.
     *
     * @param sources read against the class path of this program
     * @throws IllegalArgumentException when they do not compile, for then nothing can be said about them
     */
    static List<String> in(Iterable<? extends JavaFileObject> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var troubles = new DiagnosticCollector<JavaFileObject>();
        List<String> options =
                List.of("-proc:none", "-implicit:none", "-classpath", System.getProperty("java.class.path"));
        JavacTask task = (JavacTask) compiler.getTask(null, null, troubles, options, null, sources);
        try {
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            troubles.getDiagnostics().stream()
                    .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                    .findFirst()
                    .ifPresent(one -> {
                        throw new IllegalArgumentException(one.toString());
                    });
            var reading = new SilentAnswers(task);
            units.forEach(unit -> reading.scan(unit, null));
            return List.copyOf(reading.found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void nothing) {
        read(tree, tree.getExpression(), tree.getCases());
        return super.visitSwitch(tree, nothing);
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void nothing) {
        read(tree, tree.getExpression(), tree.getCases());
        return super.visitSwitchExpression(tree, nothing);
    }

    private void read(Tree tree, Tree asked, List<? extends CaseTree> cases) {
        Set<TypeElement> named = new LinkedHashSet<>();
        List<TypeElement> answered = new ArrayList<>();
        boolean silentDefault = false;
        for (CaseTree one : cases) {
            for (CaseLabelTree label : one.getLabels()) {
                TreePath path = new TreePath(new TreePath(getCurrentPath(), one), label);
                if (label instanceof DefaultCaseLabelTree) {
                    silentDefault |= !(one.getBody() instanceof ThrowTree);
                } else if (label instanceof PatternCaseLabelTree pattern) {
                    TreePath form = new TreePath(path, pattern.getPattern());
                    TypeElement type = element(typeOf(form));
                    if (type != null) {
                        named.add(type);
                        if (one.getGuard() == null && takesAll(form)) {
                            answered.add(type);
                        }
                    }
                }
            }
        }
        TypeElement selector = element(trees.getTypeMirror(new TreePath(getCurrentPath(), asked)));
        for (TypeElement sealed : sealedAbove(named, selector)) {
            boolean left = silentDefault || answered.stream().anyMatch(type -> isA(sealed, type));
            List<String> missing = missing(sealed, answered);
            if (left && !missing.isEmpty()) {
                CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
                long at = trees.getSourcePositions().getStartPosition(unit, tree);
                found.add("%s:%d %s: %s"
                        .formatted(
                                Path.of(unit.getSourceFile().getName()).getFileName(),
                                unit.getLineMap().getLineNumber(at),
                                sealed.getSimpleName(),
                                String.join(", ", missing)));
            }
        }
    }

    /** The sealed types whose members a switch names: what is asked about itself, and whatever is above a type that is named. */
    private Set<TypeElement> sealedAbove(Set<TypeElement> named, @Nullable TypeElement selector) {
        Set<TypeElement> above = new LinkedHashSet<>();
        if (selector != null && isOursAndSealed(selector)) {
            above.add(selector);
        }
        named.forEach(type -> supertypes(type)
                .filter(SilentAnswers::isOursAndSealed)
                .filter(one -> selector == null || isA(one, selector))
                .forEach(above::add));
        return above;
    }

    private Stream<TypeElement> supertypes(TypeElement type) {
        return types.directSupertypes(type.asType()).stream()
                .map(SilentAnswers::element)
                .filter(java.util.Objects::nonNull)
                .flatMap(above -> Stream.concat(Stream.of(above), supertypes(above)));
    }

    /** Members that no case takes by a name of theirs, or of a sealed type between. */
    private List<String> missing(TypeElement sealed, List<TypeElement> answered) {
        return sealed.getPermittedSubclasses().stream()
                .map(SilentAnswers::element)
                .filter(member -> member != null && !answered.contains(member))
                .flatMap(member -> isOursAndSealed(member)
                        ? missing(member, answered).stream()
                        : Stream.of(member.getSimpleName().toString()))
                .toList();
    }

    private static boolean isOursAndSealed(TypeElement type) {
        return type.getModifiers().contains(Modifier.SEALED)
                && type.getQualifiedName().toString().startsWith(OURS);
    }

    private boolean isA(TypeElement type, TypeElement above) {
        return types.isSubtype(types.erasure(type.asType()), types.erasure(above.asType()));
    }

    /** Whether a pattern takes everything of its type: of a record pattern, whether its parts do. */
    private boolean takesAll(TreePath pattern) {
        if (!(pattern.getLeaf() instanceof DeconstructionPatternTree parts)) {
            return true;
        }
        TypeElement type = element(typeOf(pattern));
        if (type == null) {
            return false;
        }
        for (int i = 0; i < parts.getNestedPatterns().size(); i++) {
            TreePath part = new TreePath(pattern, parts.getNestedPatterns().get(i));
            TypeMirror narrowed =
                    part.getLeaf() instanceof BindingPatternTree || part.getLeaf() instanceof DeconstructionPatternTree
                            ? typeOf(part)
                            : null;
            TypeMirror component = type.getRecordComponents().get(i).asType();
            if (narrowed != null && !types.isSubtype(types.erasure(component), types.erasure(narrowed))) {
                return false;
            }
            if (!takesAll(part)) {
                return false;
            }
        }
        return true;
    }

    private TypeMirror typeOf(TreePath pattern) {
        Tree leaf = pattern.getLeaf();
        if (leaf instanceof BindingPatternTree binding) {
            return trees.getTypeMirror(new TreePath(pattern, binding.getVariable()));
        }
        return trees.getTypeMirror(new TreePath(pattern, ((DeconstructionPatternTree) leaf).getDeconstructor()));
    }

    private static @Nullable TypeElement element(@Nullable TypeMirror type) {
        return type instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
    }
}

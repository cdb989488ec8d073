package io.orderflow;

import static net.bytebuddy.implementation.bytecode.assign.Assigner.Typing.DYNAMIC;
import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.isSubTypeOf;
import static net.bytebuddy.matcher.ElementMatchers.isVirtual;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLWarning;
import java.sql.Statement;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.modifier.FieldManifestation;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.FieldAccessor;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.MethodCall;
import org.jspecify.annotations.Nullable;

/**
 * The wrappers of the driver's connections, statements and results. They pass every call on to the driver and throw a
 * {@link RedactedError} where it fails. They return no warnings, because nobody reads those. The interfaces have some
 * six hundred methods, so the wrapper classes are generated once, at the start; a call through them uses no reflection.
 */
final class RedactingWrappers {

    private static final String DRIVERS = "drivers";
    private static final Constructor<? extends Connection> CONNECTION = passingOn(Connection.class);
    private static final Constructor<? extends Statement> STATEMENT = passingOn(Statement.class);
    private static final Constructor<? extends Statement> PREPARED_STATEMENT = passingOn(PreparedStatement.class);
    private static final Constructor<? extends Statement> CALLABLE_STATEMENT = passingOn(CallableStatement.class);
    private static final Constructor<? extends ResultSet> RESULT_SET = passingOn(ResultSet.class);

    private RedactingWrappers() {}

    static Connection of(Connection drivers) {
        return create(CONNECTION, drivers);
    }

    /** @param answer a statement, results, or null, which stays null */
    static @Nullable Object of(@Nullable Object answer) {
        if (answer == null) {
            return null;
        }
        return answer instanceof ResultSet
                ? create(RESULT_SET, answer)
                : create(
                        answer instanceof CallableStatement
                                ? CALLABLE_STATEMENT
                                : answer instanceof PreparedStatement ? PREPARED_STATEMENT : STATEMENT,
                        answer);
    }

    private static <T> T create(Constructor<? extends T> constructor, Object drivers) {
        try {
            return constructor.newInstance(drivers);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> Constructor<? extends T> passingOn(Class<T> type) {
        Implementation call = Advice.to(Failed.class)
                .wrap(MethodCall.invokeSelf().onField(DRIVERS).withAllArguments());
        try {
            return new ByteBuddy()
                    .subclass(type, ConstructorStrategy.Default.NO_CONSTRUCTORS)
                    .name(RedactingWrappers.class.getPackageName() + ".Redacting" + type.getSimpleName())
                    .defineField(DRIVERS, type, Visibility.PRIVATE, FieldManifestation.FINAL)
                    .defineConstructor(Visibility.PACKAGE_PRIVATE)
                    .withParameters(type)
                    .intercept(MethodCall.invoke(Object.class.getConstructor())
                            .andThen(FieldAccessor.ofField(DRIVERS).setsArgumentAt(0)))
                    .method(isVirtual().and(not(isDeclaredBy(Object.class))))
                    .intercept(call)
                    .method(returns(isSubTypeOf(Statement.class).or(isSubTypeOf(ResultSet.class))))
                    .intercept(Advice.to(Answered.class).wrap(call))
                    .method(returns(SQLWarning.class))
                    .intercept(FixedValue.nullValue())
                    .make()
                    .load(
                            RedactingWrappers.class.getClassLoader(),
                            ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
                    .getLoaded()
                    .getDeclaredConstructor(type);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Advice that goes into every method of the generated classes. */
    private static final class Failed {

        @Advice.OnMethodExit(onThrowable = Exception.class)
        static void exit(@Advice.Thrown(readOnly = false, typing = DYNAMIC) @Nullable Throwable failure) {
            if (failure != null) {
                failure = RedactedError.of(failure);
            }
        }
    }

    /** Advice that goes into those methods that return a statement or results. */
    private static final class Answered {

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false, typing = DYNAMIC) @Nullable Object answer) {
            answer = RedactingWrappers.of(answer);
        }
    }
}

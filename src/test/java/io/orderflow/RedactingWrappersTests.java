package io.orderflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactingWrappersTests {

    private static final String SECRET = "Hong Gildong";

    @ParameterizedTest
    @ValueSource(
            classes = {
                Connection.class,
                Statement.class,
                PreparedStatement.class,
                CallableStatement.class,
                ResultSet.class
            })
    void noMethodLetsAnErrorThroughAsItIs(Class<?> type) throws Exception {
        Object redacting = redacting(type, (proxy, method, arguments) -> {
            throw failureOf(method);
        });

        for (Method method : methods(type)) {
            Throwable thrown = catchThrowable(() -> call(redacting, method));

            assertThat(thrown)
                    .as(method.toString())
                    .isInstanceOf(
                            failureOf(method) instanceof SQLException
                                    ? SQLException.class
                                    : IllegalStateException.class)
                    .hasNoCause();
            assertThat(thrown.toString()).as(method.toString()).doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Connection.class,
                Statement.class,
                PreparedStatement.class,
                CallableStatement.class,
                ResultSet.class
            })
    void everyMethodPassesOnWhatItIsGivenAndWhatItIsAnswered(Class<?> type) throws Exception {
        Object[] passed = new Object[2];
        Object redacting = redacting(type, (proxy, method, arguments) -> {
            passed[0] = method;
            passed[1] = arguments;
            return sample(method.getReturnType());
        });

        for (Method method : methods(type)) {
            Object answer = call(redacting, method);

            assertThat(passed[0]).isEqualTo(method);
            assertThat((Object[]) passed[1]).isEqualTo(method.getParameterCount() == 0 ? null : samples(method));
            if (Stream.of(Statement.class, ResultSet.class)
                    .anyMatch(it -> it.isAssignableFrom(method.getReturnType()))) {
                assertThat(answer.getClass().getSimpleName())
                        .isEqualTo("Redacting" + method.getReturnType().getSimpleName());
            } else {
                assertThat(answer).as(method.toString()).isEqualTo(sample(method.getReturnType()));
            }
        }
    }

    @Test
    void sayNothingOfWarningsAndOfWhatTheyWereGiven() throws Exception {
        Statement talking = (Statement) redacting(
                PreparedStatement.class,
                (proxy, method, arguments) ->
                        method.getReturnType() == SQLWarning.class ? new SQLWarning(SECRET) : SECRET);

        assertThat((Throwable) talking.getWarnings()).isNull();
        assertThat(talking.toString()).doesNotContain(SECRET);
    }

    @Test
    void knowWhatTheDriverKnowsItselfFor() throws Exception {
        Connection connection = (Connection) redacting(
                Connection.class,
                (proxy, method, arguments) -> method.getName().equals("unwrap") ? "the driver's" : null);

        assertThat((Object) connection.unwrap(String.class)).isEqualTo("the driver's");
    }

    /** All but what {@link SQLWarning}s are asked for. */
    private static Method[] methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType() != SQLWarning.class)
                .toArray(Method[]::new);
    }

    private static Object redacting(Class<?> type, InvocationHandler driver) {
        Object drivers = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, driver);
        return drivers instanceof Connection connection
                ? RedactingWrappers.of(connection)
                : RedactingWrappers.of(drivers);
    }

    private static Exception failureOf(Method method) {
        Class<?>[] kinds = method.getExceptionTypes();
        return kinds.length == 0
                ? new IllegalArgumentException(SECRET)
                : kinds[0] == SQLClientInfoException.class
                        ? new SQLClientInfoException(SECRET, Map.of())
                        : new SQLException(SECRET);
    }

    private static Object call(Object target, Method method) throws Exception {
        try {
            return method.invoke(target, samples(method));
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }

    private static Object[] samples(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(RedactingWrappersTests::sample)
                .toArray();
    }

    /** Something else than nothing where that is easily made. */
    private static Object sample(Class<?> type) {
        if (type == void.class) {
            return null;
        }
        if (type.isPrimitive()) {
            return type == boolean.class ? (Object) true : number(type);
        }
        if (type == String.class) {
            return "text";
        }
        return Statement.class.isAssignableFrom(type) || type == ResultSet.class
                ? Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null)
                : null;
    }

    private static Object number(Class<?> type) {
        Object one = Array.newInstance(type, 1);
        return Array.get(one, 0);
    }
}

package io.orderflow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Hears what the database is asked, by whichever means: Hibernate, plain SQL or the engine. A batch of insertions
 * counts as one statement, for PostgreSQL's driver makes one of it; a batch of anything else counts as many as it has.
 */
@TestComponent
public class Statements implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> OWN = new ThreadLocal<>();
    private static final ThreadLocal<Integer> ENDS = ThreadLocal.withInitial(() -> 0);
    private static volatile Queue<String> all;

    /** Something to do that may fail. */
    public interface Work {
        void run() throws Exception;
    }

    /** The statements of this thread while it does the work, in their order and in lower case. */
    public static List<String> of(Work work) throws Exception {
        List<String> heard = new ArrayList<>();
        OWN.set(heard);
        try {
            work.run();
        } finally {
            OWN.remove();
        }
        return heard;
    }

    /** How many transactions of this thread end while it does the work, one way or the other. */
    public static int transactionsOf(Work work) throws Exception {
        ENDS.set(0);
        work.run();
        return ENDS.get();
    }

    /** As {@link #of}, with the statements of all other threads in the same time. */
    public static List<String> ofAll(Work work) throws Exception {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        all = heard;
        try {
            work.run();
        } finally {
            all = null;
        }
        return List.copyOf(heard);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Listening(source) : bean;
    }

    private static class Listening extends DelegatingDataSource {

        Listening(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return proxy(Connection.class, (method, arguments) -> {
                if (endsTransaction(connection, method.getName())) {
                    ENDS.set(ENDS.get() + 1);
                }
                Object result = invoke(method, connection, arguments);
                String sql = method.getName().startsWith("prepare") ? (String) arguments[0] : "";
                return result instanceof Statement statement ? listening(statement, sql) : result;
            });
        }
    }

    /** What is neither committed nor rolled back the pool rolls back. */
    private static boolean endsTransaction(Connection connection, String method) throws SQLException {
        return Set.of("commit", "rollback").contains(method) || method.equals("close") && !connection.getAutoCommit();
    }

    private static Statement listening(Statement statement, String prepared) {
        List<String> batch = new ArrayList<>();
        return proxy(PreparedStatement.class, (method, arguments) -> {
            String sql = arguments != null && arguments[0] instanceof String given ? given : prepared;
            switch (method.getName()) {
                case "addBatch" -> batch.add(sql);
                case "executeBatch", "executeLargeBatch" -> {
                    hear(isInsertion(batch) ? batch.subList(0, 1) : batch);
                    batch.clear();
                }
                case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> hear(List.of(sql));
                default -> {}
            }
            return invoke(method, statement, arguments);
        });
    }

    private static boolean isInsertion(List<String> batch) {
        return !batch.isEmpty() && batch.get(0).toLowerCase(Locale.ROOT).startsWith("insert");
    }

    private static void hear(List<String> statements) {
        List<String> heard =
                statements.stream().map(sql -> sql.toLowerCase(Locale.ROOT)).toList();
        Queue<String> everybody = all;
        if (everybody != null) {
            everybody.addAll(heard);
        }
        if (OWN.get() != null) {
            OWN.get().addAll(heard);
        }
    }

    private interface Call {
        Object answer(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.answer(method, arguments)));
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

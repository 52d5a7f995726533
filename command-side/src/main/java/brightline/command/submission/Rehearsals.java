package brightline.command.submission;

import brightline.edge.keys.KeyStore;
import brightline.edge.store.IndexFence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Commands decided and written as any others are, one after the other, in a transaction of each database that never commits (ADR 33): what
 * would be answered is known, and nothing is recorded, neither events nor keys.
 */
@Component
public final class Rehearsals {
    private final Commands commands;
    private final PlatformTransactionManager transactions;
    private final DataSource dataSource;
    private final JdbcClient events;
    private final KeyStore keys;

    Rehearsals(Commands commands, PlatformTransactionManager transactions, DataSource events, KeyStore keys) {
        this.commands = commands;
        this.transactions = transactions;
        this.dataSource = events;
        this.events = JdbcClient.create(events);
        this.keys = keys;
    }

    /**
     * Begins one on this thread. Whatever the thread reads and writes until it is closed takes part in it.
     *
     * @throws IllegalStateException within a transaction
     */
    public Rehearsal begin() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A rehearsal is a transaction of its own");
        }
        TransactionStatus transaction = transactions.getTransaction(new DefaultTransactionDefinition());
        try {
            transaction.setRollbackOnly();
            events.sql(IndexFence.NEVER_COMMITTED).update();
            events.sql(IndexFence.REHEARSAL).query().singleRow();
            return new Rehearsal(transaction);
        } catch (RuntimeException failure) {
            transactions.rollback(transaction);
            throw failure;
        }
    }

    /** The framework ends its unit of work's transaction at the connection itself; here it goes on. */
    private static Connection withoutEnd(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Rehearsals.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean ends = method.getName().equals("commit")
                            || method.getName().equals("rollback") && arguments == null;
                    if (ends) {
                        return null;
                    }
                    if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getTargetException();
                    }
                });
    }

    /** What is written in it is seen by it alone, and undone when it is closed. */
    public final class Rehearsal implements AutoCloseable {
        private final TransactionStatus transaction;
        private final KeyStore.Rehearsal keysRehearsed;
        private final Object connection;

        private Rehearsal(TransactionStatus transaction) {
            this.transaction = transaction;
            this.keysRehearsed = keys.rehearse(IndexFence.REHEARSAL);
            this.connection = TransactionSynchronizationManager.unbindResource(dataSource);
            TransactionSynchronizationManager.bindResource(
                    dataSource,
                    new ConnectionHolder(withoutEnd(((ConnectionHolder) connection).getConnection()), true));
        }

        /**
         * What the command would be answered now.
         *
         * @throws CommandRejected when a rule refuses it
         */
        public <T> T send(Object command, Class<T> answer, Request request) {
            return commands.rehearse(command, answer, request);
        }

        /** Whether somebody waits for what this holds: then it is to be closed, and begun anew later. */
        public boolean isInTheWay() {
            return keysRehearsed.isInTheWay()
                    || events.sql(KeyStore.IN_THE_WAY).query(Boolean.class).single();
        }

        @Override
        public void close() {
            TransactionSynchronizationManager.unbindResource(dataSource);
            TransactionSynchronizationManager.bindResource(dataSource, connection);
            try {
                keysRehearsed.close();
            } finally {
                transactions.rollback(transaction);
            }
        }
    }
}

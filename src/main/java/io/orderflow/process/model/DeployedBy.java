package io.orderflow.process.model;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of who deployed models. What the application deploys by itself is not in it. */
@Repository
public class DeployedBy {

    private final JdbcClient database;

    DeployedBy(JdbcClient database) {
        this.database = database;
    }

    /** Notes in the transaction of a deployment who makes it. */
    void note(String deployment, String user) {
        database.sql("insert into model_deployment (deployment_id, deployed_by) values (?, ?)")
                .params(deployment, user)
                .update();
    }

    /** Returns the users by the engine's ids of the deployments. */
    public Map<String, String> all() {
        Map<String, String> users = new HashMap<>();
        database.sql("select deployment_id, deployed_by from model_deployment")
                .query((row, number) -> users.put(row.getString(1), row.getString(2)))
                .list();
        return users;
    }
}

package io.orderflow.process.model;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;

/**
 * Whoever deploys gets no right over it. The engine would let them delete their deployment, and with it the orders that
 * run on its models.
 */
class AuthorsRights extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return new AuthorizationEntity[0];
    }

    /** Takes back what the engine gave to authors before. */
    static void withdraw(AuthorizationService authorizations) {
        authorizations.createAuthorizationQuery().resourceType(Resources.DEPLOYMENT)
                .authorizationType(Authorization.AUTH_TYPE_GRANT).list().stream().filter(AuthorsRights::isAuthors)
                .forEach(right -> authorizations.deleteAuthorization(right.getId()));
    }

    private static boolean isAuthors(Authorization right) {
        return right.getUserId() != null && !Authorization.ANY.equals(right.getResourceId())
                && right.isPermissionGranted(Permissions.DELETE) && !right.isPermissionGranted(Permissions.CREATE);
    }
}

import { controllers } from '#generated/controllers'
import { listing } from '#http/listing'
import { resource } from '#http/resource'
import { meShape } from '#transformers/me'
import { expands } from '#start/resources/shared'
import WorkspaceTransformer from '#transformers/workspace_transformer'
import * as account from '#validators/account'

/** Who is signed in, their workspaces, and the settings of one. */
export const accountsResources = [
  resource(
    'workspace',
    controllers.Workspace,
    WorkspaceTransformer,
    {
      show: {
        may: 'v1.workspace.read',
        says: 'The settings of the account',
        only: 'api',
        lists: listing({ expands: { default_campaign: expands.campaign } }),
      },
      update: {
        may: 'v1.workspace.write',
        says: 'Change settings',
        takes: account.changedWorkspace,
        only: 'api',
      },
    },
    { singular: true }
  ),
  resource(
    'settings',
    controllers.Workspace,
    WorkspaceTransformer,
    {
      show: { may: 'v1.workspace.read', says: 'Settings', only: 'console' },
      update: {
        may: 'v1.workspace.write',
        says: 'Change settings',
        takes: account.changedWorkspace,
        only: 'console',
      },
    },
    { singular: true }
  ),
  resource(
    'me',
    controllers.Me,
    null,
    { show: { may: 'person', says: 'Who is signed in', only: 'api', gives: meShape } },
    { singular: true }
  ),
  resource('workspaces', controllers.Workspaces, WorkspaceTransformer, {
    index: {
      may: 'person',
      says: 'The workspaces that one belongs to',
      only: 'api',
      lists: listing({ search: ['name'], sorts: ['name'] }),
    },
    create: { may: 'person', says: 'New workspace' },
    store: {
      may: 'person',
      says: 'Found a workspace',
      takes: account.newWorkspace,
    },
  }),
]

{{/* What making Secrets of SealedSecrets takes, wherever they are. Secrets are deleted by the garbage collector, so the
     verb is granted only for the flag that needs it. */}}
{{- define "signet.unsealing" -}}
- apiGroups: [bitnami.com]
  resources: [sealedsecrets]
  verbs: [get, list, watch]
- apiGroups: [bitnami.com]
  resources: [sealedsecrets/status]
  verbs: [update]
- apiGroups: [""]
  resources: [secrets]
  verbs: [get, list, create, update, watch{{ if contains "--old-gc-behavior" (toString .Values.args) }}, delete{{ end }}]
- apiGroups: [""]
  resources: [events]
  verbs: [create, patch]
{{- end -}}

{{/* Role and binding of one name: granted (dict "name" N "rules" YAML "top" $), in the own namespace for the controller's
     account unless "role", "namespace" or "subjects" say otherwise. */}}
{{- define "signet.granted" -}}
{{- $namespace := default (include "signet.namespace" .top) .namespace -}}
{{- $role := default .name .role -}}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {{- include "signet.metadata" (dict "name" $role "namespace" $namespace "labels" (list .top.Values.rbac.labels) "top" .top) | nindent 2 }}
rules: {{- .rules | nindent 2 }}
{{- if not .unbound }}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {{- include "signet.metadata" (dict "name" .name "namespace" $namespace "labels" (list .top.Values.rbac.labels) "top" .top) | nindent 2 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: {{ $role }}
subjects: {{- default (include "signet.subjects" .top) .subjects | nindent 2 }}
{{- end }}
{{ end -}}

{{- define "signet.subjects" -}}
- kind: ServiceAccount
  name: {{ include "signet.serviceAccountName" . }}
  namespace: {{ include "signet.namespace" . }}
{{- end -}}

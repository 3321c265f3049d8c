#!/bin/sh
# Builds and deploys one stage: infra/deploy.sh <dev|staging|prod>. Needs AWS credentials in the environment; region
# from AWS_REGION (default cn-north-1). docs/deploy-aws.md tells what to do before the first time.
set -eu
cd "$(dirname "$0")/.."
stage=$1
region=${AWS_REGION:-cn-north-1}
tools=.tools/cli/bin
parameters() { "$tools/python" -c 'import json, sys; print(*(f"{k}={v}" for k, v in json.load(open(sys.argv[1])).items()))' "$1"; }
output() { "$tools/aws" cloudformation describe-stacks --region "$region" --stack-name "mashangban-$stage" \
    --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text; }

infra/sam-build.sh
# shellcheck disable=SC2046  # one word a parameter
SAM_CLI_TELEMETRY=0 "$tools/sam" deploy --region "$region" --stack-name "mashangban-$stage" --resolve-s3 \
    --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset --parameter-overrides $(parameters "infra/stages/$stage.json") "GuardOrigin=${GUARD_ORIGIN:-true}"
"$tools/aws" cloudformation deploy --region "$region" --stack-name "mashangban-$stage-alarms" \
    --template-file infra/alarms/template.yaml --capabilities CAPABILITY_AUTO_EXPAND \
    --parameter-overrides "Stage=$stage" "ApiId=$(output ApiId)" "AlarmEmail=${ALARM_EMAIL:-}"

site=$(output SiteBucket)
# Names with a hash in them never change; the page that names them is asked for each time.
"$tools/aws" s3 sync --region "$region" miniprogram/dist/build/h5 "s3://$site" --delete --exclude index.html --exclude "console/*" \
    --cache-control "public, max-age=31536000, immutable"
"$tools/aws" s3 cp --region "$region" miniprogram/dist/build/h5/index.html "s3://$site/index.html" --cache-control no-cache
# The console asks for its assets with their version, so that they may be kept for long as well.
"$tools/aws" s3 sync --region "$region" backend/mashangban/console/assets/build "s3://$site/console/assets" --delete \
    --cache-control "public, max-age=31536000, immutable"
"$tools/aws" cloudfront create-invalidation --region "$region" --distribution-id "$(output SiteDistribution)" --paths /index.html "/console/assets/*"
echo "stage $stage is at $(output PublicUrl)"

terraform {
  backend "s3" {
    bucket = "acme-terraform"
    key    = "prod/invoice-sorter.tfstate"
    region = "eu-west-1"
  }
}

resource "aws_ecs_service" "web" {
  name            = "invoice-sorter"
  cluster         = "prod-web"
  task_definition = "invoice-sorter:1"
  desired_count   = 2
}
